<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\InvoiceDocument;
use Counterfoil\Documents\Logo;

/** Invoices to look at and to test with, from the ordinary to the unkind. */
final readonly class Samples
{
    /** @return array<string, InvoiceDocument> */
    public static function all(): array
    {
        return [
            'ordinary' => self::document(['logo' => self::logo()]),
            'draft' => self::document([
                'title' => 'Draft invoice', 'headline' => null, 'pay_hint' => null, 'message' => null, 'footer' => null,
            ]),
            'polish' => self::polish(),
            'right-to-left-names' => self::right_to_left_names(),
            'arabic' => self::arabic(),
            'long-names' => self::long_names(),
            'zero' => self::document([
                'headline' => 'Nothing to pay',
                'pay_hint' => null,
                'columns' => ['discount' => 'Discount'] + self::columns(),
                'lines' => [self::line('Launch gift', '1', '€450.00', '€0.00', ['discount' => '100%', 'tax' => null])],
                'totals' => [self::total('Total', '€0.00', true)],
            ]),
            'large-amounts' => self::large_amounts(),
            'no-room-for-amounts' => self::no_room_for_amounts(),
            '500-lines' => self::many_lines(500),
            'totals-at-the-edge' => self::many_lines(12),
        ];
    }

    /** @param array<string, mixed> $changes */
    public static function document(array $changes = []): InvoiceDocument
    {
        return InvoiceDocument::from_array($changes + [
            'locale' => 'en-US',
            'direction' => 'ltr',
            'title' => 'Invoice INV-0042',
            'headline' => '€1,061.91 due December 12, 2026',
            'accent' => '#0f766e',
            'logo' => null,
            'seller' => ['label' => 'From', 'name' => 'Northfield Studio GmbH', 'lines' => [
                'Lindenstraße 14', '10969 Berlin', 'Germany', 'VAT DE 812 345 678', 'billing@northfield.example',
            ]],
            'buyer' => ['label' => 'Bill to', 'name' => 'Harbour & Pine Coffee Roasters', 'lines' => [
                'Ada Lindqvist', '27 Quayside', 'Bristol BS1 4DJ', 'United Kingdom',
            ]],
            'facts' => [
                ['label' => 'Invoice number', 'value' => 'INV-0042'],
                ['label' => 'Date of issue', 'value' => 'November 28, 2026'],
                ['label' => 'Date due', 'value' => 'December 12, 2026'],
                ['label' => 'Website', 'value' => 'harbourandpine.example'],
            ],
            'columns' => self::columns(),
            'lines' => [
                self::line('Website care, Business plan', '1', '€149.00', '€149.00', ['detail' => 'Monthly, December 2026']),
                self::line('Landing page for the winter blend', '6.5', '€110.00', '€715.00', [
                    'detail' => 'Design, copy and build, with two rounds of changes. Analytics set up and handed over.',
                ]),
                self::line('Stock photographs', '5', '€25.00', '€125.00', ['tax' => '7%']),
            ],
            'totals' => [
                self::total('Net', '€989.00'),
                self::total('VAT 19% on €864.00', '€164.16'),
                self::total('VAT 7% on €125.00', '€8.75'),
                self::total('Total', '€1,161.91', true),
                self::total('Paid on November 30, 2026', '−€100.00'),
                self::total('Amount due', '€1,061.91', true),
            ],
            'message' => "Hi Ada,\nthank you for a lovely first month. The landing page is live and doing well.",
            'pay_hint' => ['text' => 'Pay online', 'url' => 'https://northfield.example/portal/invoices/INV-0042'],
            'footer' => "Northfield Studio GmbH · Amtsgericht Charlottenburg HRB 123456 · Managing director: Jonas Adebayo\n"
                . 'IBAN DE02 1203 0000 0000 2020 51 · Please pay within 14 days.',
            'page_label' => 'Page %1$d of %2$d',
        ]);
    }

    public static function polish(): InvoiceDocument
    {
        return self::document([
            'locale' => 'pl-PL',
            'title' => 'Faktura FV/2026/11/0007',
            'headline' => '3 075,00 zł do 12 grudnia 2026',
            'accent' => '#f5b700',
            'seller' => ['label' => 'Sprzedawca', 'name' => 'Źródło Pikseli sp. z o.o.', 'lines' => [
                'ul. Świętokrzyska 18/4', '00-052 Warszawa', 'NIP 525-000-12-34',
            ]],
            'buyer' => ['label' => 'Nabywca', 'name' => 'Piekarnia „Pod Żółtym Łosiem” Grażyna Wójcik', 'lines' => [
                'ul. Łąkowa 7', '90-562 Łódź', 'NIP 725-000-98-76',
            ]],
            'facts' => [
                ['label' => 'Numer', 'value' => 'FV/2026/11/0007'],
                ['label' => 'Data wystawienia', 'value' => '28 listopada 2026'],
                ['label' => 'Termin płatności', 'value' => '12 grudnia 2026'],
            ],
            'columns' => [
                'description' => 'Opis', 'quantity' => 'Ilość', 'unit_price' => 'Cena jedn.', 'discount' => null,
                'tax' => 'VAT', 'amount' => 'Wartość netto',
            ],
            'lines' => [
                self::line('Sklep internetowy: wdrożenie płatności', '1', '2 500,00 zł', '2 500,00 zł', [
                    'detail' => 'Zażółć gęślą jaźń', 'tax' => '23%',
                ]),
            ],
            'totals' => [
                self::total('Razem netto', "2\u{A0}500,00 zł"),
                self::total('VAT 23%', '575,00 zł'),
                self::total('Do zapłaty', "3\u{202F}075,00 zł", true),
            ],
            'message' => 'Dzień dobry, dziękujemy za współpracę!',
            'pay_hint' => ['text' => 'Zapłać online', 'url' => 'https://zrodlo.example/portal'],
            'footer' => 'Dziękujemy za terminową wpłatę.',
            'page_label' => 'Strona %1$d z %2$d',
        ]);
    }

    public static function right_to_left_names(): InvoiceDocument
    {
        return self::document([
            'buyer' => ['label' => 'Bill to', 'name' => 'شركة النور للتجارة (Al Noor) 2024', 'lines' => [
                'محمد عبد الله', 'شارع الملك فهد 12', 'ירושלים, רחוב יפו 97', "abc\u{202E}gpj.exe\u{202C} end",
            ]],
            'lines' => [
                self::line('بناء موقع WordPress جديد', '1', '€450.00', '€450.00'),
                self::line('עיצוב לוגו 2.0 (גרסה סופית)', '1', '€450.00', '€450.00', [
                    'detail' => 'Emoji 🎉 and 漢字 have no glyph: shown as marks',
                ]),
            ],
        ]);
    }

    public static function arabic(): InvoiceDocument
    {
        return self::document([
            'locale' => 'ar',
            'direction' => 'rtl',
            'title' => 'فاتورة INV-0042',
            'headline' => '1,161.91 € مستحقة في 12 ديسمبر 2026',
            'logo' => self::logo(),
            'seller' => ['label' => 'من', 'name' => 'استوديو الشمال', 'lines' => ['شارع الزيزفون 14', 'برلين']],
            'buyer' => ['label' => 'إلى', 'name' => 'شركة النور للتجارة', 'lines' => ['الرياض', 'المملكة العربية السعودية']],
            'facts' => [['label' => 'رقم الفاتورة', 'value' => 'INV-0042'], ['label' => 'تاريخ الإصدار', 'value' => '28 نوفمبر 2026']],
            'columns' => [
                'description' => 'الوصف', 'quantity' => 'الكمية', 'unit_price' => 'السعر', 'discount' => null,
                'tax' => 'الضريبة', 'amount' => 'المبلغ',
            ],
            'lines' => [self::line('صيانة الموقع', '1', '149.00 €', '149.00 €', ['detail' => 'شهرياً'])],
            'totals' => [self::total('الصافي', '149.00 €'), self::total('المجموع', '177.31 €', true)],
            'message' => 'شكراً لثقتكم بنا.',
            'pay_hint' => ['text' => 'ادفع عبر الإنترنت', 'url' => 'https://northfield.example/portal'],
            'footer' => 'نشكركم على السداد في الموعد.',
            'page_label' => 'صفحة %1$d من %2$d',
        ]);
    }

    public static function long_names(): InvoiceDocument
    {
        $endless = str_repeat('Donaudampfschifffahrtsgesellschaft', 9);

        return self::document([
            'title' => 'Invoice THE-QUITE-LONG-PREFIX-OF-AN-AGENCY-2026-11-000000042',
            'seller' => ['label' => 'From', 'name' => "$endless GmbH & Co. KG", 'lines' => [$endless, 'Berlin']],
            'buyer' => ['label' => 'Bill to', 'name' => "The $endless and Daughters", 'lines' => [str_repeat('Long street ', 20)]],
            'lines' => [
                self::line($endless, '1', '€1.00', '€1.00', ['detail' => str_repeat("$endless ", 2)]),
                self::line(str_repeat('All that we agreed on in our call. ', 160), '1.123456', '€1.00', '€1.12', [
                    'tax' => 'Podatek od towarów i usług 23%',
                ]),
            ],
            'message' => str_repeat('A message that goes on for a while. ', 30),
        ]);
    }

    public static function large_amounts(): InvoiceDocument
    {
        return self::document([
            'headline' => 'KWD 1,000,000,000,000.000 due December 12, 2026',
            'columns' => ['discount' => 'Discount'] + self::columns(),
            'lines' => [
                self::line('Everything, with a description that needs more than one line of its own', '123,456.7891', 'KWD 1,000,000,000,000.000', 'KWD 1,000,000,000,000.000', [
                    'discount' => '−KWD 100,000,000,000.000', 'tax' => 'VAT 19.99%',
                ]),
            ],
            'totals' => [self::total('Total', 'KWD 1,000,000,000,000.000', true)],
        ]);
    }

    public static function no_room_for_amounts(): InvoiceDocument
    {
        $amount = 'KWD 1,000,000,000,000,000,000.000';

        return self::document([
            'headline' => "$amount due",
            'columns' => ['discount' => 'Discount'] + self::columns(),
            'lines' => [self::line('Everything', '123,456,789,012.789123', $amount, $amount, [
                'discount' => "−$amount", 'tax' => 'Goods and services tax of the province 19.99%',
            ])],
            'totals' => [self::total('Total', $amount, true)],
        ]);
    }

    public static function many_lines(int $count): InvoiceDocument
    {
        $lines = [];
        for ($i = 1; $i <= $count; ++$i) {
            $lines[] = self::line("Hosting for site number $i", (string) $i, '€25.00', sprintf('€%s.00', number_format(25 * $i)), [
                'detail' => $i % 3 === 0 ? "site-$i.example" : null,
            ]);
        }

        return self::document(['lines' => $lines]);
    }

    /** @return array<string, mixed> a transparent PNG, as an agency would upload it */
    public static function logo(): array
    {
        $picture = imagecreatetruecolor(480, 140);
        imagealphablending($picture, false);
        imagesavealpha($picture, true);
        imagefill($picture, 0, 0, (int) imagecolorallocatealpha($picture, 0, 0, 0, 127));
        $green = (int) imagecolorallocate($picture, 15, 118, 110);
        imagefilledellipse($picture, 70, 70, 120, 120, $green);
        imagefilledrectangle($picture, 160, 40, 470, 62, $green);
        imagefilledrectangle($picture, 160, 82, 380, 100, $green);
        ob_start();
        imagepng($picture);

        return Logo::from_bytes((string) ob_get_clean())?->to_array() ?? [];
    }

    /** @return array<string, string|null> */
    private static function columns(): array
    {
        return [
            'description' => 'Description', 'quantity' => 'Qty', 'unit_price' => 'Unit price', 'discount' => null,
            'tax' => 'VAT', 'amount' => 'Amount',
        ];
    }

    /**
     * @param array<string, string|null> $more
     * @return array<string, string|null>
     */
    private static function line(string $description, string $quantity, string $unit_price, string $amount, array $more = []): array
    {
        return $more + [
            'description' => $description, 'detail' => null, 'quantity' => $quantity, 'unit_price' => $unit_price,
            'discount' => null, 'tax' => '19%', 'amount' => $amount,
        ];
    }

    /** @return array{label: string, value: string, strong: bool} */
    private static function total(string $label, string $value, bool $strong = false): array
    {
        return ['label' => $label, 'value' => $value, 'strong' => $strong];
    }
}
