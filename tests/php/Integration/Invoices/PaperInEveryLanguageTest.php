<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Documents\PdfFont;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Law 16: what the product writes by itself can be drawn on the paper it goes to, whatever the language and the currency. */
final class PaperInEveryLanguageTest extends IntegrationTestCase
{
    public function test_every_amount_day_and_country_of_every_language_can_be_drawn(): void
    {
        $glyphs = new Glyphs();
        $wrong = [];
        foreach (WordPressLocales::all() as $locale) {
            $written = $this->in($locale, static function (DocumentLanguage $language): array {
                $texts = [$language->numbers->decimal('-1234567.125'), $language->percent('7.5')];
                for ($month = 1; $month <= 12; ++$month) {
                    $texts[] = $language->day(sprintf('2026-%02d-28', $month));
                }
                foreach (['GB', 'PL', 'JP', 'BD', 'SA', 'KR', 'TH', 'IN', 'US'] as $country) {
                    array_push($texts, ...$language->address(new Address('1', '', '', '', '', $country), ''));
                }
                foreach (Currency::codes() as $code) {
                    $texts[] = $language->numbers->money(Money::of(-29_700_050, $code));
                }

                return $texts;
            });
            foreach ($written as $text) {
                if (! $glyphs->can_draw($text)) {
                    $wrong[] = "{$locale}: {$text}";
                }
            }
        }

        self::assertSame([], $wrong);
    }

    /** @return iterable<string, array{string, int, string, string, string}> */
    public static function samples(): iterable
    {
        yield 'fullwidth yen' => ['ja', 297_000, 'JPY', 'JPY 297,000', 'December 31, 2026'];
        yield 'digits of Bengali' => ['bn_BD', 297_000, 'EUR', '2,970.00€', 'December 31, 2026'];
        yield 'digits and symbol of Bengali' => ['bn_BD', 297_000, 'BDT', '2,970.00 BDT', 'December 31, 2026'];
        yield 'digits of Marathi' => ['mr_IN', 29_700_000, 'INR', '₹297,000.00', 'December 31, 2026'];
        yield 'Thai' => ['th', 297_000, 'THB', 'THB 2,970.00', 'December 31, 2026'];
        yield 'Korean' => ['ko_KR', 297_000, 'KRW', '₩297,000', 'December 31, 2026'];
        yield 'what Arabic has is kept' => ['ar', 297_000, 'EUR', '٢٬٩٧٠٫٠٠ €', '٣١ ديسمبر ٢٠٢٦'];
        yield 'Polish stays as it is' => ['pl_PL', 117_691, 'PLN', '1176,91 zł', '31 grudnia 2026'];
    }

    #[DataProvider('samples')]
    public function test_what_cannot_be_drawn_is_written_so_that_it_can(string $locale, int $amount, string $currency, string $money, string $day): void
    {
        $plain = static fn (string $text): string => str_replace(["\u{A0}", "\u{202F}", "\u{200F}", "\u{61C}"], [' ', ' ', '', ''], $text);
        $written = $this->in($locale, static fn (DocumentLanguage $language): array => [$language->numbers->money(Money::of($amount, $currency)), $language->day('2026-12-31')]);

        self::assertSame([$money, $day], array_map($plain, $written));
    }

    public function test_with_a_font_of_the_site_a_language_is_written_as_it_is(): void
    {
        $glyphs = new Glyphs(new PdfFont(dirname(__DIR__, 3) . '/fixtures/fonts/cjk-Regular.otf'));

        self::assertSame(
            ['￥297,000', '2026年12月31日', '日本'],
            $this->in('ja', static fn (DocumentLanguage $language): array => [
                $language->numbers->money(Money::of(297_000, 'JPY')),
                $language->day('2026-12-31'),
                ...$language->address(new Address('', '', '', '', '', 'JP'), ''),
            ], $glyphs)
        );
    }

    public function test_words_of_a_translation_that_cannot_be_drawn_are_those_of_the_product(): void
    {
        add_filter('gettext_counterfoil', static fn (string $translation, string $text): string => ['Total' => '合計', 'Net' => 'netto'][$text] ?? $translation, 10, 2);
        add_filter('ngettext_counterfoil', static fn (): string => 'ทุก', 10, 0);

        self::assertSame(['Total', 'netto', '2 days'], $this->in('ja', static fn (): array => [
            __('Total', 'counterfoil'),
            __('Net', 'counterfoil'),
            sprintf(_n('%d day', '%d days', 2, 'counterfoil'), 2),
        ]));
        self::assertSame('合計', __('Total', 'counterfoil'), 'On screens the translation stays.');
    }

    public function test_paper_goes_from_right_to_left_where_its_language_can_be_drawn(): void
    {
        $GLOBALS['wp_locale']->text_direction = 'rtl';
        // Thaana is written from right to left, and no font of ours has it.
        add_filter('gettext_counterfoil', static fn (string $translation): string => determine_locale() === 'dv' ? 'ޖުމްލަ' : $translation);
        try {
            self::assertSame(['rtl', 'rtl', 'ltr'], array_map(
                fn (string $locale): string => $this->in($locale, static fn (DocumentLanguage $language): string => $language->direction),
                ['ar', 'he_IL', 'dv']
            ));
        } finally {
            $GLOBALS['wp_locale']->text_direction = 'ltr';
        }
    }

    /**
     * @template T
     * @param \Closure(DocumentLanguage): T $write
     * @return T
     */
    private function in(string $locale, \Closure $write, Glyphs $glyphs = new Glyphs()): mixed
    {
        $spoken = static fn (): string => $locale;
        add_filter('pre_determine_locale', $spoken);
        try {
            return DocumentLanguage::on_paper($locale, $glyphs, $write);
        } finally {
            remove_filter('pre_determine_locale', $spoken);
        }
    }
}
