package se.frirum.law.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// The files of a source, one after the other, from a folder or an archive (`.zip`,
/// `.tar.gz`, `.tar.xz`). A file that is broken, too large or points out of the archive
/// costs that file only; an archive that is cut off gives what came before.
final class SourceFiles implements Iterator<SourceFiles.SourceFile>, AutoCloseable {

	/// Lists all acts of a source that claims to be complete.
	static final String COMPLETE = "sfs_lista.txt";

	/// The longest act has about a million characters.
	private static final int LARGEST = 16 << 20;

	/// An archive that grows to more is a bomb: the whole of Swedish law is about 70 MB.
	private static final long LARGEST_WHOLE = 2L << 30;

	private static final int XZ_MEMORY = 256 << 10;

	private final Iterator<SourceFile> files;

	private final AutoCloseable opened;

	private SourceFiles(Iterator<SourceFile> files, AutoCloseable opened) {
		this.files = files;
		this.opened = opened;
	}

	/// A file, or why it can't be read.
	///
	/// @param name its path within the source, with slashes
	record SourceFile(String name, @Nullable String content, @Nullable String trouble) {

		static SourceFile unreadable(String name, String trouble) {
			return new SourceFile(name, null, trouble);
		}

	}

	/// Opens a file, a folder or an archive.
	static SourceFiles open(Path path) throws IOException {
		String name = String.valueOf(path.getFileName());
		if (Files.isDirectory(path)) {
			Stream<Path> walk = Files.walk(path);
			return new SourceFiles(walk.filter((file) -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
				.sorted()
				.map((file) -> plain(path, file))
				.iterator(), walk);
		}
		if (isArchive(name)) {
			ArchiveInputStream<?> archive = archive(name, new BufferedInputStream(Files.newInputStream(path), 1 << 16));
			return new SourceFiles(new Archived(archive), archive);
		}
		return new SourceFiles(List.of(plain(path.toAbsolutePath().getParent(), path.toAbsolutePath())).iterator(),
				() -> {
				});
	}

	/// The names of a source's files, not their content.
	static Stream<String> names(Path path) throws IOException {
		String name = String.valueOf(path.getFileName());
		if (Files.isDirectory(path)) {
			return Files.walk(path)
				.filter((file) -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
				.map((file) -> path.relativize(file).toString().replace('\\', '/'));
		}
		if (!isArchive(name)) {
			return Stream.of(name);
		}
		List<String> names = new ArrayList<>();
		try (ArchiveInputStream<?> archive = archive(name,
				new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
			for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		return names.stream();
	}

	private static boolean isArchive(String name) {
		return name.endsWith(".zip") || name.endsWith(".tar.gz") || name.endsWith(".tgz") || name.endsWith(".tar.xz");
	}

	private static ArchiveInputStream<?> archive(String name, InputStream content) throws IOException {
		if (name.endsWith(".zip")) {
			return new ZipArchiveInputStream(content);
		}
		return new TarArchiveInputStream(name.endsWith(".xz")
				? XZCompressorInputStream.builder().setInputStream(content).setMemoryLimitKiB(XZ_MEMORY).get()
				: new GzipCompressorInputStream(content, true));
	}

	private static SourceFile plain(Path root, Path file) {
		String name = root.relativize(file).toString().replace('\\', '/');
		try (InputStream content = Files.newInputStream(file)) {
			return read(name, content);
		}
		catch (IOException failure) {
			return SourceFile.unreadable(name, "The file can't be read: " + failure.getMessage());
		}
	}

	private static SourceFile read(String name, InputStream content) throws IOException {
		byte[] bytes = content.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) {
			return SourceFile.unreadable(name, "The file is larger than %d MB, as no act is.".formatted(LARGEST >> 20));
		}
		try {
			return new SourceFile(name,
					StandardCharsets.UTF_8.newDecoder()
						.onMalformedInput(CodingErrorAction.REPORT)
						.decode(ByteBuffer.wrap(bytes))
						.toString(),
					null);
		}
		catch (CharacterCodingException notUtf8) {
			return SourceFile.unreadable(name, "The file is not UTF-8. Convert it, and import again.");
		}
	}

	@Override
	public boolean hasNext() {
		return this.files.hasNext();
	}

	@Override
	public SourceFile next() {
		return this.files.next();
	}

	@Override
	public void close() throws IOException {
		try {
			this.opened.close();
		}
		catch (IOException failure) {
			throw failure;
		}
		catch (Exception failure) {
			throw new IOException(failure);
		}
	}

	/// The entries of an archive.
	private static final class Archived implements Iterator<SourceFile> {

		private final ArchiveInputStream<?> archive;

		private @Nullable SourceFile next;

		private long total;

		private boolean ended;

		Archived(ArchiveInputStream<?> archive) {
			this.archive = archive;
		}

		@Override
		public boolean hasNext() {
			if (this.next == null && !this.ended) {
				this.next = advance();
				this.ended = this.next == null;
			}
			return this.next != null;
		}

		@Override
		public SourceFile next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			SourceFile file = Objects.requireNonNull(this.next);
			this.next = null;
			return file;
		}

		private @Nullable SourceFile advance() {
			String name = "the archive";
			try {
				for (ArchiveEntry entry = this.archive.getNextEntry(); entry != null; entry = this.archive
					.getNextEntry()) {
					if (!entry.isDirectory()) {
						name = entry.getName();
						return file(name);
					}
				}
				return null;
			}
			catch (IOException | RuntimeException failure) {
				this.ended = true;
				return SourceFile.unreadable(name,
						"The archive is broken from here on: %s. What came before is imported."
							.formatted(failure.getMessage()));
			}
		}

		private SourceFile file(String name) throws IOException {
			if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
				return SourceFile.unreadable(name, "The path leads out of the archive.");
			}
			SourceFile file = read(name, this.archive);
			this.total += (file.content() != null) ? file.content().length() : LARGEST;
			if (this.total > LARGEST_WHOLE) {
				this.ended = true;
				return SourceFile.unreadable(name, "The archive holds more than 2 GB; it is not read any further.");
			}
			return file;
		}

	}

}
