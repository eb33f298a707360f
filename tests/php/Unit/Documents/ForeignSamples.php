<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Paper;

/** Invoices in other languages and writings. */
final readonly class ForeignSamples
{
    /** Drawn with a font of the site; without one every character of it is a mark. */
    public static function japanese(): Paper
    {
        return Samples::document([
            'locale' => 'ja',
            'title' => '請求書 INV-0042',
            'headline' => '￥297,000 支払期限 2026年12月31日',
            'buyer' => ['label' => '請求', 'name' => '株式会社山田商店', 'lines' => ['東京都渋谷区神宮前1-2-3', '日本']],
            'lines' => [
                Samples::line('ウェブサイト保守（ホスティング、消費税込）', '1', '￥297,000', '￥297,000', ['detail' => '한국어']),
            ],
        ]);
    }

    public static function polish(): Paper
    {
        return Samples::document([
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
                Samples::line('Sklep internetowy: wdrożenie płatności', '1', '2 500,00 zł', '2 500,00 zł', [
                    'detail' => 'Zażółć gęślą jaźń', 'tax' => '23%',
                ]),
            ],
            'totals' => [
                Samples::total('Razem netto', "2\u{A0}500,00 zł"),
                Samples::total('VAT 23%', '575,00 zł'),
                Samples::total('Do zapłaty', "3\u{202F}075,00 zł", true),
            ],
            'message' => 'Dzień dobry, dziękujemy za współpracę!',
            'pay_hint' => ['text' => 'Zapłać online', 'url' => 'https://zrodlo.example/portal'],
            'footer' => 'Dziękujemy za terminową wpłatę.',
            'page_label' => 'Strona %1$d z %2$d',
        ]);
    }

    public static function right_to_left_names(): Paper
    {
        return Samples::document([
            'buyer' => ['label' => 'Bill to', 'name' => 'شركة النور للتجارة (Al Noor) 2024', 'lines' => [
                'محمد عبد الله', 'شارع الملك فهد 12', 'ירושלים, רחוב יפו 97', "abc\u{202E}gpj.exe\u{202C} end",
            ]],
            'lines' => [
                Samples::line('بناء موقع WordPress جديد', '1', '€450.00', '€450.00'),
                Samples::line('עיצוב לוגו 2.0 (גרסה סופית)', '1', '€450.00', '€450.00', [
                    'detail' => 'Emoji 🎉 and 漢字 have no glyph: shown as marks',
                ]),
            ],
        ]);
    }

    public static function arabic(): Paper
    {
        return Samples::document([
            'locale' => 'ar',
            'direction' => 'rtl',
            'title' => 'فاتورة INV-0042',
            'headline' => '1,161.91 € مستحقة في 12 ديسمبر 2026',
            'logo' => Samples::logo(),
            'seller' => ['label' => 'من', 'name' => 'استوديو الشمال', 'lines' => ['شارع الزيزفون 14', 'برلين']],
            'buyer' => ['label' => 'إلى', 'name' => 'شركة النور للتجارة', 'lines' => ['الرياض', 'المملكة العربية السعودية']],
            'facts' => [['label' => 'رقم الفاتورة', 'value' => 'INV-0042'], ['label' => 'تاريخ الإصدار', 'value' => '28 نوفمبر 2026']],
            'columns' => [
                'description' => 'الوصف', 'quantity' => 'الكمية', 'unit_price' => 'السعر', 'discount' => null,
                'tax' => 'الضريبة', 'amount' => 'المبلغ',
            ],
            'lines' => [Samples::line('صيانة الموقع', '1', '149.00 €', '149.00 €', ['detail' => 'شهرياً'])],
            'totals' => [Samples::total('الصافي', '149.00 €'), Samples::total('المجموع', '177.31 €', true)],
            'message' => 'شكراً لثقتكم بنا.',
            'pay_hint' => ['text' => 'ادفع عبر الإنترنت', 'url' => 'https://northfield.example/portal'],
            'footer' => 'نشكركم على السداد في الموعد.',
            'page_label' => 'صفحة %1$d من %2$d',
        ]);
    }
}
