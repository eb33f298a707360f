<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

/** What banks write. */
enum Format: string
{
    case Camt053 = 'camt053';
    case Mt940 = 'mt940';
    case Csv = 'csv';

    /** By how a file begins; its name says nothing that can be trusted. */
    public static function of(string $path): self
    {
        $start = (string) file_get_contents($path, false, null, 0, 4096);
        // UTF-16 has a zero byte in each letter.
        $start = ltrim(str_replace("\0", '', $start), "\xEF\xBB\xBF\xFE\xFF \t\r\n");

        return match (true) {
            str_starts_with($start, '<') => self::Camt053,
            preg_match('/^(\{1:|.{0,200}?^:20:)/ms', $start) === 1 => self::Mt940,
            default => self::Csv,
        };
    }
}
