package se.frirum.law.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.law.importing.SourceFiles.SourceFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

/// Folders and archives, and what can be wrong with them: each file that can't be read
/// says why, and costs no other.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SourceFilesTests {

	private static final byte[] ZEROS = new byte[1 << 20];

	@TempDir
	private Path folder;

	private static List<SourceFile> files(Path path) throws IOException {
		List<SourceFile> files = new ArrayList<>();
		try (SourceFiles source = SourceFiles.open(path, (name) -> !name.endsWith(".png"))) {
			source.forEachRemaining(files::add);
		}
		return files;
	}

	private Path packed(String name, Map<String, String> files) throws IOException {
		return Archives.pack(this.folder.resolve(name), new LinkedHashMap<>(files));
	}

	@ParameterizedTest
	@ValueSource(strings = { "laws", "laws.zip", "laws.tar.gz", "laws.tar.xz" })
	void areReadFromFoldersAndArchives(String source) throws IOException {
		Path path = packed(source,
				Map.of("md/SFS_1.md", "Åror är av trä.", "sfs_lista.txt", "1", "md/picture.png", "not wanted"));
		assertThat(files(path)).extracting(SourceFile::name, SourceFile::content, SourceFile::trouble)
			.containsExactlyInAnyOrder(tuple("md/SFS_1.md", "Åror är av trä.", null),
					tuple("sfs_lista.txt", "1", null));
		assertThat(SourceFiles.names(path)).containsExactlyInAnyOrder("md/SFS_1.md", "sfs_lista.txt", "md/picture.png");
	}

	@Test
	void canBeASingleFile() throws IOException {
		Path file = Files.writeString(this.folder.resolve("svar.json"), "{}");
		assertThat(files(file)).extracting(SourceFile::name, SourceFile::content)
			.containsExactly(tuple("svar.json", "{}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "laws.zip", "laws.tar.gz", "laws.tar.xz" })
	void thatAreCutOffGiveWhatCameBefore(String source) throws IOException {
		Map<String, String> three = new LinkedHashMap<>();
		List.of("1.md", "2.md", "3.md").forEach((name) -> three.put(name, noise(name)));
		Path path = Archives.pack(this.folder.resolve(source), three);
		byte[] whole = Files.readAllBytes(path);
		Files.write(path, Arrays.copyOf(whole, whole.length * 2 / 3 - 1_000));
		List<SourceFile> files = files(path);
		assertThat(files.getLast().trouble()).startsWith("The archive is broken from here on");
		assertThat(files.getLast().breaksOff()).isTrue();
		assertThat(files).hasSize(2).first().extracting(SourceFile::content).isEqualTo(noise("1.md"));
	}

	/// Letters that can't be packed well.
	private static String noise(String seed) {
		StringBuilder noise = new StringBuilder();
		new Random(seed.hashCode()).ints(60_000, 'a', 'z').forEach(noise::appendCodePoint);
		return noise.toString();
	}

	@Test
	void thatAreNotUtf8SaySo() throws IOException {
		Files.write(this.folder.resolve("1.md"), new byte[] { 'b', (byte) 0xe5, 't' });
		Files.writeString(this.folder.resolve("2.md"), "båt");
		assertThat(files(this.folder)).extracting(SourceFile::name, SourceFile::trouble)
			.containsExactly(tuple("1.md", "The file is not UTF-8. Convert it, and import again."),
					tuple("2.md", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../SFS_1.md", "md/../../SFS_1.md", "/etc/SFS_1.md", "..\\SFS_1.md", "../../etc/passwd" })
	void thatLeadOutOfTheirArchiveAreNotRead(String name) throws IOException {
		for (String source : List.of("laws.zip", "laws.tar.gz")) {
			Map<String, String> files = new LinkedHashMap<>();
			files.put(name, "secret");
			files.put("md/SFS_2.md", "båt");
			assertThat(files(Archives.pack(this.folder.resolve(source), files)))
				.extracting(SourceFile::content, SourceFile::trouble)
				.containsExactly(tuple(null, "The path leads out of the archive."), tuple("båt", null));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "laws", "laws.tar.gz", "laws.tar.xz" })
	void thatAreLinksAreNotFollowed(String source) throws IOException {
		Path secret = Files.writeString(this.folder.resolve("secret"), "secret");
		List<SourceFile> files = files(packed(source,
				Map.of("md/SFS_1.md", "-> " + secret, "md/SFS_2.md", "båt", "md/z.png", "-> " + secret)));
		assertThat(files).extracting(SourceFile::name, SourceFile::content)
			.containsExactlyInAnyOrder(tuple("md/SFS_1.md", null), tuple("md/SFS_2.md", "båt"));
		assertThat(files).extracting(SourceFile::trouble)
			.contains("It is a link, and those are not followed. Put the file itself there.");
	}

	@Test
	void aFolderThatIsALinkIsNotGoneInto() throws IOException {
		Path elsewhere = Files.createDirectory(this.folder.resolve("elsewhere"));
		Files.writeString(elsewhere.resolve("SFS_1.md"), "secret");
		Path laws = Files.createDirectory(this.folder.resolve("laws"));
		Files.createSymbolicLink(laws.resolve("md"), elsewhere);
		assertThat(files(laws)).extracting(SourceFile::content).containsOnlyNulls();
	}

	@Test
	void thatAreLargerThanAnyActCostThemselvesOnly() throws IOException {
		Path zip = this.folder.resolve("laws.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			out.putNextEntry(new ZipEntry("md/SFS_1.md"));
			for (int megabyte = 0; megabyte < 100; megabyte++) {
				out.write(ZEROS);
			}
			out.putNextEntry(new ZipEntry("md/SFS_2.md"));
			out.write('x');
		}
		assertThat(Files.size(zip)).isLessThan(200_000);
		assertThat(files(zip)).extracting(SourceFile::content, SourceFile::trouble)
			.containsExactly(tuple(null, "The file is larger than 16 MB, as no act is."), tuple("x", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "laws.zip", "laws.tar.gz" })
	void anArchiveThatUnpacksToFarMoreThanLawIsLeft(String source) throws IOException {
		Path bomb = source.endsWith(".zip") ? zipBomb() : tarBomb();
		assertThat(Files.size(bomb)).isLessThan(4 << 20);
		assertThat(files(bomb)).singleElement()
			.extracting(SourceFile::trouble)
			.asString()
			.contains("it holds far more than all law there is");
		assertThatIOException().isThrownBy(() -> SourceFiles.names(bomb));
	}

	/// The same 64 MB of zeros as many files.
	private Path zipBomb() throws IOException {
		Path bomb = this.folder.resolve("laws.zip");
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed, new Deflater(9, true))) {
			fill(deflated, 64 << 20);
		}
		try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bomb)) {
			for (int number = 0; number < 40; number++) {
				ZipArchiveEntry entry = new ZipArchiveEntry(number + ".png");
				entry.setMethod(ZipEntry.DEFLATED);
				entry.setSize(64 << 20);
				entry.setCompressedSize(packed.size());
				entry.setCrc(0);
				out.addRawArchiveEntry(entry, new ByteArrayInputStream(packed.toByteArray()));
			}
		}
		return bomb;
	}

	/// One file of zeros, in parts of 64 MB.
	private Path tarBomb() throws IOException {
		Path bomb = this.folder.resolve("laws.tar.gz");
		ByteArrayOutputStream part = new ByteArrayOutputStream();
		try (OutputStream packed = new GZIPOutputStream(part)) {
			fill(packed, 64 << 20);
		}
		ByteArrayOutputStream header = new ByteArrayOutputStream();
		TarArchiveEntry entry = new TarArchiveEntry("bomb.png");
		entry.setSize(3L << 30);
		byte[] block = new byte[512];
		entry.writeEntryHeader(block);
		try (OutputStream packed = new GZIPOutputStream(header)) {
			packed.write(block);
		}
		try (OutputStream out = Files.newOutputStream(bomb)) {
			header.writeTo(out);
			for (int number = 0; number < 40; number++) {
				part.writeTo(out);
			}
		}
		return bomb;
	}

	private static void fill(OutputStream out, long size) throws IOException {
		for (long written = 0; written < size; written += ZEROS.length) {
			out.write(ZEROS);
		}
	}

	/// The name itself is the bomb: it stands in an entry of its own before the file's.
	@Test
	void aNameOfHundredsOfMegabytesIsNotRead() throws IOException {
		Path bomb = this.folder.resolve("laws.tar.gz");
		long size = 300L << 20;
		try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(bomb));
				TarArchiveOutputStream tar = new TarArchiveOutputStream(file)) {
			TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
			name.setSize(size);
			tar.putArchiveEntry(name);
			fill(tar, size);
			tar.closeArchiveEntry();
		}
		assertThat(files(bomb)).singleElement().extracting(SourceFile::breaksOff).isEqualTo(true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "laws.tar.gz", "laws.tar.xz" })
	void whatIsNoArchiveSaysSo(String name) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name), "<html>404</html>");
		assertThatIOException().isThrownBy(() -> files(file));
	}

	@Test
	void aChecksumThatIsWrongCostsTheFile() throws IOException {
		Path zip = this.folder.resolve("laws.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			ZipEntry entry = new ZipEntry("SFS_1.md");
			byte[] content = "Båtar ska flyta.".getBytes(StandardCharsets.UTF_8);
			CRC32 checksum = new CRC32();
			checksum.update(content);
			entry.setMethod(ZipEntry.STORED);
			entry.setSize(content.length);
			entry.setCrc(checksum.getValue());
			out.putNextEntry(entry);
			out.write(content);
		}
		byte[] bytes = Files.readAllBytes(zip);
		int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("flyta");
		bytes[place] = 'F';
		Files.write(zip, bytes);
		assertThat(files(zip)).allSatisfy((file) -> assertThat(file.trouble()).isNotNull());
	}

}
