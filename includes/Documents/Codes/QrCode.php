<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Codes;

use RuntimeException;

/** A QR code (ISO/IEC 18004) as rows of dark and light modules, without the quiet zone around it. */
final readonly class QrCode
{
    /** @param non-empty-list<string> $rows "1" is dark: "1110101…", as many characters as there are rows */
    private function __construct(public array $rows)
    {
    }

    /**
     * @param string $text UTF-8
     * @param 'L'|'M' $correction how much of it may be damaged: 7 or 15 in a hundred
     * @throws RuntimeException when it is too long for any code
     */
    public static function of(string $text, string $correction): self
    {
        // TCPDF draws lots for the masks it tries; the same text has to make the same code.
        mt_srand(1);
        $found = (new \QRcode($text, $correction))->getBarcodeArray();
        mt_srand();
        if (! is_array($found) || ! is_array($found['bcode'] ?? null) || $found['bcode'] === []) {
            throw new RuntimeException('A text is too long for a QR code.');
        }

        return new self(array_map(static fn (array $row): string => implode('', $row), array_values($found['bcode'])));
    }
}
