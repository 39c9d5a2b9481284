package se.frirum.law.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import org.springframework.core.io.ClassPathResource;

/// Packs files as the sources of law are packed.
final class Archives {

	private Archives() {
	}

	/// The text of a file of `src/test/resources/laws`.
	static String resource(String file) {
		try {
			return new ClassPathResource("laws/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/// Packs files by their names, in their order; the target's name says how. A content
	/// `-> other` is a link.
	static Path pack(Path target, Map<String, String> files) throws IOException {
		String name = target.getFileName().toString();
		if (name.endsWith(".zip")) {
			zip(target, files);
		}
		else if (name.contains(".tar.")) {
			tar(target, files);
		}
		else {
			for (Map.Entry<String, String> file : files.entrySet()) {
				Path path = target.resolve(file.getKey());
				Files.createDirectories(path.getParent());
				if (file.getValue().startsWith("-> ")) {
					Files.createSymbolicLink(path, Path.of(file.getValue().substring(3)));
				}
				else {
					Files.writeString(path, file.getValue());
				}
			}
		}
		return target;
	}

	private static void zip(Path target, Map<String, String> files) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
			for (Map.Entry<String, String> file : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	private static void tar(Path target, Map<String, String> files) throws IOException {
		OutputStream file = Files.newOutputStream(target);
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(target.toString().endsWith(".xz")
				? new XZOutputStream(file, new LZMA2Options(0)) : new GZIPOutputStream(file))) {
			tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
			for (Map.Entry<String, String> each : files.entrySet()) {
				if (each.getValue().startsWith("-> ")) {
					TarArchiveEntry link = new TarArchiveEntry(each.getKey(), TarConstants.LF_SYMLINK, true);
					link.setLinkName(each.getValue().substring(3));
					tar.putArchiveEntry(link);
				}
				else {
					byte[] content = each.getValue().getBytes(StandardCharsets.UTF_8);
					TarArchiveEntry entry = new TarArchiveEntry(each.getKey(), true);
					entry.setSize(content.length);
					tar.putArchiveEntry(entry);
					tar.write(content);
				}
				tar.closeArchiveEntry();
			}
		}
	}

}
