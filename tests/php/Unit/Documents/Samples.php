<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Paper;
use Counterfoil\Shared\SafeImage;

/** Invoices to look at and to test with, from the ordinary to the unkind. */
final readonly class Samples
{
    /** @return array<string, Paper> */
    public static function all(): array
    {
        return [
            'ordinary' => self::document(['logo' => self::logo()]),
            'draft' => self::document([
                'title' => 'Draft invoice', 'headline' => null, 'pay_hint' => null, 'message' => null, 'footer' => null,
            ]),
            'polish' => ForeignSamples::polish(),
            'right-to-left-names' => ForeignSamples::right_to_left_names(),
            'arabic' => ForeignSamples::arabic(),
            'japanese' => ForeignSamples::japanese(),
            'long-names' => LargeSamples::long_names(),
            'zero' => self::document([
                'headline' => 'Nothing to pay',
                'pay_hint' => null,
                'columns' => ['discount' => 'Discount'] + self::columns(),
                'lines' => [self::line('Launch gift', '1', '€450.00', '€0.00', ['discount' => '100%', 'tax' => null])],
                'totals' => [self::total('Total', '€0.00', true)],
            ]),
            'large-amounts' => LargeSamples::large_amounts(),
            'no-room-for-amounts' => LargeSamples::no_room_for_amounts(),
            'letter' => LargeSamples::on_letter(),
            '500-lines' => LargeSamples::many_lines(500),
            'totals-at-the-edge' => LargeSamples::many_lines(12),
            ...TransferSamples::all(),
        ];
    }

    /** @param array<string, mixed> $changes */
    public static function document(array $changes = []): Paper
    {
        return Paper::from_array($changes + [
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
                ['label' => 'Issue date', 'value' => 'November 28, 2026'],
                ['label' => 'Due date', 'value' => 'December 12, 2026'],
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

        return SafeImage::from_bytes((string) ob_get_clean())?->to_array() ?? [];
    }

    /** @return array<string, string|null> */
    public static function columns(): array
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
    public static function line(string $description, string $quantity, string $unit_price, string $amount, array $more = []): array
    {
        return $more + [
            'description' => $description, 'detail' => null, 'quantity' => $quantity, 'unit_price' => $unit_price,
            'discount' => null, 'tax' => '19%', 'amount' => $amount,
        ];
    }

    /** @return array{label: string, value: string, strong: bool} */
    public static function total(string $label, string $value, bool $strong = false): array
    {
        return ['label' => $label, 'value' => $value, 'strong' => $strong];
    }
}
