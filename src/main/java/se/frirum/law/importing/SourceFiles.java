package se.frirum.law.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
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

	/// What an archive may say between two files: names, dates, its own directory.
	private static final long LARGEST_HEADER = 64L << 20;

	private static final String LINK = "It is a link, and those are not followed. Put the file itself there.";

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
	/// @param breaksOff whether the source ends here before its end
	record SourceFile(String name, @Nullable String content, @Nullable String trouble, boolean breaksOff) {

		static SourceFile unreadable(String name, String trouble) {
			return new SourceFile(name, null, trouble, false);
		}

	}

	/// Opens a file, a folder or an archive.
	/// @param wanted which files are, by their names; no other is read
	static SourceFiles open(Path path, Predicate<String> wanted) throws IOException {
		if (Files.isDirectory(path)) {
			Stream<Path> walk = Files.walk(path);
			return new SourceFiles(walk.filter((file) -> isFileOrLink(file) && wanted.test(name(path, file)))
				.sorted()
				.map((file) -> plain(name(path, file), file))
				.iterator(), walk);
		}
		if (!Files.isRegularFile(path)) {
			throw new IOException("it is neither a file nor a folder");
		}
		String name = String.valueOf(path.getFileName());
		if (isArchive(name)) {
			Archived archived = Archived.open(name, path, wanted);
			return new SourceFiles(archived, archived);
		}
		return new SourceFiles(List.of(plain(name, path)).iterator(), () -> {
		});
	}

	/// The names of a source's files, not their content.
	static List<String> names(Path path) throws IOException {
		String name = String.valueOf(path.getFileName());
		if (Files.isDirectory(path)) {
			try (Stream<Path> walk = Files.walk(path)) {
				return walk.filter(SourceFiles::isFileOrLink).map((file) -> name(path, file)).toList();
			}
		}
		if (!isArchive(name)) {
			return List.of(name);
		}
		try (Archived archived = Archived.open(name, path, (_) -> false)) {
			return archived.names();
		}
	}

	private static boolean isFileOrLink(Path file) {
		return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(file);
	}

	private static String name(Path root, Path file) {
		return root.relativize(file).toString().replace('\\', '/');
	}

	private static boolean isArchive(String name) {
		return name.endsWith(".zip") || name.endsWith(".tar.gz") || name.endsWith(".tgz") || name.endsWith(".tar.xz");
	}

	private static SourceFile plain(String name, Path file) {
		if (Files.isSymbolicLink(file)) {
			return SourceFile.unreadable(name, LINK);
		}
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
					null, false);
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

	/// The files of an archive.
	private static final class Archived implements Iterator<SourceFile>, AutoCloseable {

		private final ArchiveInputStream<?> archive;

		private final Bounded content;

		private final Predicate<String> wanted;

		private @Nullable ArchiveEntry entry;

		private @Nullable SourceFile next;

		private boolean ended;

		private Archived(ArchiveInputStream<?> archive, Bounded content, Predicate<String> wanted) {
			this.archive = archive;
			this.content = content;
			this.wanted = wanted;
		}

		static Archived open(String name, Path path, Predicate<String> wanted) throws IOException {
			InputStream packed = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
			if (name.endsWith(".zip")) {
				ZipArchiveInputStream zip = new ZipArchiveInputStream(packed);
				return new Archived(zip, new Bounded(zip), wanted);
			}
			Bounded unpacked = new Bounded(name.endsWith(".xz")
					? XZCompressorInputStream.builder().setInputStream(packed).setMemoryLimitKiB(XZ_MEMORY).get()
					: new GzipCompressorInputStream(packed, true));
			return new Archived(new TarArchiveInputStream(unpacked), unpacked, wanted);
		}

		@Override
		public boolean hasNext() {
			if (this.next == null && !this.ended) {
				this.next = advance();
				this.ended = this.next == null || this.next.breaksOff();
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
				for (ArchiveEntry entry = entry(); entry != null; entry = entry()) {
					name = entry.getName();
					if (leadsOut(name)) {
						return SourceFile.unreadable(name, "The path leads out of the archive.");
					}
					if (!entry.isDirectory() && this.wanted.test(name)) {
						return isLink(entry) ? SourceFile.unreadable(name, LINK) : checked(name, entry);
					}
				}
				return null;
			}
			catch (IOException | RuntimeException failure) {
				return new SourceFile(name, null,
						"The archive is broken from here on: %s. What came before is imported."
							.formatted(failure.getMessage()),
						true);
			}
		}

		/// Reads a file, and sums it up where its archive says what the sum must be.
		private SourceFile checked(String name, ArchiveEntry entry) throws IOException {
			CRC32 sum = new CRC32();
			SourceFile file = read(name, new CheckedInputStream(content(), sum));
			boolean whole = !(entry instanceof ZipArchiveEntry zip) || zip.getCrc() < 0 || file.content() == null
					|| zip.getCrc() == sum.getValue();
			return whole ? file : SourceFile.unreadable(name, "The file is damaged: its checksum is another.");
		}

		/// The next entry, after what is left of the one before.
		private @Nullable ArchiveEntry entry() throws IOException {
			if (this.entry != null) {
				content().transferTo(OutputStream.nullOutputStream());
			}
			this.content.allow(LARGEST_HEADER);
			this.entry = this.archive.getNextEntry();
			this.content.allow(LARGEST_WHOLE);
			return this.entry;
		}

		/// Of a zip archive the bytes are counted here, of others where they are
		/// unpacked.
		private InputStream content() {
			return (this.archive instanceof ZipArchiveInputStream) ? this.content : this.archive;
		}

		List<String> names() throws IOException {
			List<String> names = new ArrayList<>();
			for (ArchiveEntry entry = entry(); entry != null; entry = entry()) {
				names.add(entry.getName());
			}
			return names;
		}

		private static boolean leadsOut(String name) {
			return name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..");
		}

		private static boolean isLink(ArchiveEntry entry) {
			return entry instanceof TarArchiveEntry tar && (tar.isLink() || tar.isSymbolicLink());
		}

		@Override
		public void close() throws IOException {
			this.archive.close();
		}

	}

	/// Counts what comes out of an archive, and ends where it grows out of all
	/// proportion.
	private static final class Bounded extends FilterInputStream {

		private long total;

		private long allowed;

		Bounded(InputStream in) {
			super(in);
			this.allowed = LARGEST_HEADER;
		}

		/// Allows so much more, and never more than a whole archive may have.
		void allow(long more) {
			this.allowed = Math.min(this.total + more, LARGEST_WHOLE);
		}

		@Override
		public int read() throws IOException {
			int read = super.read();
			return (read < 0) ? read : counted(1) + read - 1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = super.read(bytes, offset, length);
			return (read < 0) ? read : counted(read);
		}

		@Override
		public long skip(long count) throws IOException {
			return readNBytes((int) Math.min(count, 1 << 16)).length;
		}

		private int counted(int read) throws IOException {
			this.total += read;
			if (this.total > this.allowed) {
				throw new IOException("it holds far more than all law there is");
			}
			return read;
		}

	}

}
