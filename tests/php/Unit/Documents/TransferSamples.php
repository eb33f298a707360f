<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Codes\TransferCode;
use Counterfoil\Documents\Paper;

/** Invoices that can be paid by bank transfer, with the code that says so. */
final readonly class TransferSamples
{
    /** @return array<string, Paper> */
    public static function all(): array
    {
        $english = ['label' => 'Pay by bank transfer', 'lines' => [
            'Northfield Studio GmbH', 'IBAN DE02 1203 0000 0000 2020 51', 'BIC BYLADEM1001', 'Reference: INV-0042',
        ]];
        $polish = ForeignSamples::polish()->to_array();
        $arabic = ForeignSamples::arabic()->to_array();

        return [
            'transfer-euro' => Samples::document(['transfer' => ['code' => self::code(self::euro(), 'Scan this code with your banking app.')] + $english]),
            'transfer-zloty' => Paper::from_array(['transfer' => [
                'label' => 'Zapłać przelewem',
                'lines' => ['Źródło Pikseli sp. z o.o.', 'IBAN PL61 1090 1014 0000 0712 1981 2874', 'Tytuł przelewu: FV/2026/11/0007'],
                'code' => self::code(self::zloty(), 'Zeskanuj ten kod w aplikacji banku.'),
            ]] + $polish),
            'transfer-right-to-left' => Paper::from_array(['transfer' => ['code' => self::code(self::euro(), 'امسح الرمز')] + $english] + $arabic),
            'transfer-no-code' => Samples::document(['transfer' => ['code' => null] + $english]),
            'transfer-many-lines' => Paper::from_array(['transfer' => ['code' => self::code(self::euro(), 'Scan this code with your banking app.')] + $english] + LargeSamples::many_lines(12)->to_array()),
        ];
    }

    public static function euro(): TransferCode
    {
        return TransferCode::epc('Northfield Studio GmbH', 'DE02120300000000202051', 'BYLADEM1001', 106191, 'INV-0042') ?? throw new \LogicException();
    }

    public static function zloty(): TransferCode
    {
        return TransferCode::zbp('Źródło Pikseli sp. z o.o.', 'PL61109010140000071219812874', '5250001234', 307500, 'FV/2026/11/0007') ?? throw new \LogicException();
    }

    /** @return array{text: string, correction: string, caption: string} */
    private static function code(TransferCode $code, string $caption): array
    {
        return ['text' => $code->text, 'correction' => $code->correction, 'caption' => $caption];
    }
}
