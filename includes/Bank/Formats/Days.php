<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

use Counterfoil\Shared\Clock\Timestamps;

/** Dates as files write them. */
final readonly class Days
{
    /** By what the contract calls them. */
    public const FORMATS = [
        'YYYY-MM-DD' => '/^(?<y>\d{4})-(?<m>\d\d?)-(?<d>\d\d?)(?:[T ].*)?$/D',
        'YYYY/MM/DD' => '#^(?<y>\d{4})/(?<m>\d\d?)/(?<d>\d\d?)(?: .*)?$#D',
        'YYYYMMDD' => '/^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/D',
        'DD.MM.YYYY' => '/^(?<d>\d\d?)\.(?<m>\d\d?)\.(?<y>\d{4})(?: .*)?$/D',
        'DD.MM.YY' => '/^(?<d>\d\d?)\.(?<m>\d\d?)\.(?<y>\d\d)$/D',
        'DD-MM-YYYY' => '/^(?<d>\d\d?)-(?<m>\d\d?)-(?<y>\d{4})(?: .*)?$/D',
        'DD/MM/YYYY' => '#^(?<d>\d\d?)/(?<m>\d\d?)/(?<y>\d{4})(?: .*)?$#D',
        'MM/DD/YYYY' => '#^(?<m>\d\d?)/(?<d>\d\d?)/(?<y>\d{4})(?: .*)?$#D',
    ];

    /** @return string|null "2026-03-31"; null when it isn't one that there is */
    public static function read(string $text, string $format): ?string
    {
        if (preg_match(self::FORMATS[$format] ?? '/(?!)/', trim($text), $found) !== 1 || ! isset($found['y'], $found['m'], $found['d'])) {
            return null;
        }
        $year = strlen($found['y']) === 2 ? 2000 + (int) $found['y'] : (int) $found['y'];
        $day = sprintf('%04d-%02d-%02d', $year, $found['m'], $found['d']);

        return $year >= 1970 && $year < 2200 && Timestamps::is_day($day) ? $day : null;
    }
}
