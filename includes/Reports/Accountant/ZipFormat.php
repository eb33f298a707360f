<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use DateTimeImmutable;

/**
 * The records of a ZIP archive (PKWARE's APPNOTE 6.3.10), so that it can be written piece by piece, in several processes
 * one after the other. Contents are stored as they are: PDFs are compressed already. Names are UTF-8. Where there are more
 * than 65,535 files or 4 GiB, the records of Zip64 say so.
 */
final readonly class ZipFormat
{
    private const UTF8 = 0x0800;
    private const MOST_FILES = 0xFFFF;
    private const MOST_BYTES = 0xFFFFFFFF;

    /** @param DateTimeImmutable $at what all files are dated, on the clock of its zone */
    public function __construct(private DateTimeImmutable $at)
    {
    }

    /**
     * Before a file's content (4.3.7).
     *
     * @param int $crc CRC-32 of its content
     * @param int $size bytes, less than 4 GiB
     */
    public function header(string $name, int $crc, int $size): string
    {
        return pack('VvvvvvVVVvv', 0x04034B50, 20, self::UTF8, 0, $this->dos_time(), $this->dos_date(), $crc, $size, $size, strlen($name), 0) . $name;
    }

    /**
     * A file's line in the directory at the end (4.3.12).
     *
     * @param int $starts_at where its header is in the archive
     */
    public function entry(string $name, int $crc, int $size, int $starts_at): string
    {
        $is_far = $starts_at >= self::MOST_BYTES;
        $more = $is_far ? pack('vvP', 1, 8, $starts_at) : '';

        return pack('VvvvvvvVVVvvvvvVV', 0x02014B50, ($is_far ? 45 : 20) | 0x0300, $is_far ? 45 : 20, self::UTF8, 0, $this->dos_time(), $this->dos_date(), $crc, $size, $size, strlen($name), strlen($more), 0, 0, 0, 0o100644 << 16, $is_far ? self::MOST_BYTES : $starts_at)
            . $name . $more;
    }

    /** What closes the archive (4.3.14 to 4.3.16). */
    public static function end(int $files, int $directory_size, int $directory_at): string
    {
        $needs_64 = $files >= self::MOST_FILES || $directory_size >= self::MOST_BYTES || $directory_at >= self::MOST_BYTES;
        $wide = $needs_64
            ? pack('VPvvVVPPPP', 0x06064B50, 44, 45 | 0x0300, 45, 0, 0, $files, $files, $directory_size, $directory_at) . pack('VVPV', 0x07064B50, 0, $directory_at + $directory_size, 1)
            : '';

        return $wide . pack('VvvvvVVv', 0x06054B50, 0, 0, min($files, self::MOST_FILES), min($files, self::MOST_FILES), min($directory_size, self::MOST_BYTES), min($directory_at, self::MOST_BYTES), 0);
    }

    public static function crc(string $bytes): int
    {
        return crc32($bytes);
    }

    private function dos_time(): int
    {
        return ((int) $this->at->format('G') << 11) | ((int) $this->at->format('i') << 5) | intdiv((int) $this->at->format('s'), 2);
    }

    private function dos_date(): int
    {
        return (max(0, (int) $this->at->format('Y') - 1980) << 9) | ((int) $this->at->format('n') << 5) | (int) $this->at->format('j');
    }
}
