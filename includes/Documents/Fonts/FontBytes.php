<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

use RuntimeException;

/** A font's file, read where it is needed: those of East Asia have twenty megabytes, a bill needs a few kilobytes of them. */
final class FontBytes
{
    /** @param resource $handle */
    private function __construct(private $handle)
    {
    }

    /** @throws RuntimeException when it can't be read */
    public static function open(string $path): self
    {
        $handle = is_file($path) && is_readable($path) ? fopen($path, 'rb') : false; // phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_read_fopen -- read in parts

        return new self($handle === false ? throw new RuntimeException("The font {$path} can’t be read.") : $handle);
    }

    /** @throws RuntimeException when the file ends before */
    public function at(int $offset, int $length): string
    {
        if ($length === 0) {
            return '';
        }
        $read = $offset >= 0 && $length > 0 && fseek($this->handle, $offset) === 0 ? fread($this->handle, $length) : false;

        return $read !== false && strlen($read) === $length ? $read : throw new RuntimeException('A font is cut off.');
    }

    /** Unsigned, of one to four bytes, the highest first. */
    public function number(int $offset, int $bytes): int
    {
        $number = 0;
        foreach (unpack('C*', $this->at($offset, $bytes)) ?: [] as $byte) {
            $number = $number << 8 | $byte;
        }

        return $number;
    }

    public function signed(int $offset): int
    {
        $number = $this->number($offset, 2);

        return $number < 0x8000 ? $number : $number - 0x10000;
    }
}
