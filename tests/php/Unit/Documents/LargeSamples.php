<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Paper;

/** Invoices with more, or longer things, than fit where they usually stand. */
final readonly class LargeSamples
{
    public static function long_names(): Paper
    {
        $endless = str_repeat('Donaudampfschifffahrtsgesellschaft', 9);

        return Samples::document([
            'title' => 'Invoice THE-QUITE-LONG-PREFIX-OF-AN-AGENCY-2026-11-000000042',
            'seller' => ['label' => 'From', 'name' => "$endless GmbH & Co. KG", 'lines' => [$endless, 'Berlin']],
            'buyer' => ['label' => 'Bill to', 'name' => "The $endless and Daughters", 'lines' => [str_repeat('Long street ', 20)]],
            'lines' => [
                Samples::line($endless, '1', '€1.00', '€1.00', ['detail' => str_repeat("$endless ", 2)]),
                Samples::line(str_repeat('All that we agreed on in our call. ', 160), '1.123456', '€1.00', '€1.12', [
                    'tax' => 'Podatek od towarów i usług 23%',
                ]),
            ],
            'message' => str_repeat('A message that goes on for a while. ', 30),
        ]);
    }

    /** As many lines as need a second sheet of Letter, with all that may be at its foot. */
    public static function on_letter(): Paper
    {
        return Paper::from_array(['page' => 'letter'] + self::many_lines(14)->to_array());
    }

    public static function large_amounts(): Paper
    {
        return Samples::document([
            'headline' => 'KWD 1,000,000,000,000.000 due December 12, 2026',
            'columns' => ['discount' => 'Discount'] + Samples::columns(),
            'lines' => [
                Samples::line('Everything, with a description that needs more than one line of its own', '123,456.7891', 'KWD 1,000,000,000,000.000', 'KWD 1,000,000,000,000.000', [
                    'discount' => '−KWD 100,000,000,000.000', 'tax' => 'VAT 19.99%',
                ]),
            ],
            'totals' => [Samples::total('Total', 'KWD 1,000,000,000,000.000', true)],
        ]);
    }

    public static function no_room_for_amounts(): Paper
    {
        $amount = 'KWD 1,000,000,000,000,000,000.000';

        return Samples::document([
            'headline' => "$amount due",
            'columns' => ['discount' => 'Discount'] + Samples::columns(),
            'lines' => [Samples::line('Everything', '123,456,789,012.789123', $amount, $amount, [
                'discount' => "−$amount", 'tax' => 'Goods and services tax of the province 19.99%',
            ])],
            'totals' => [Samples::total('Total', $amount, true)],
        ]);
    }

    public static function many_lines(int $count): Paper
    {
        $lines = [];
        for ($i = 1; $i <= $count; ++$i) {
            $lines[] = Samples::line("Hosting for site number $i", (string) $i, '€25.00', sprintf('€%s.00', number_format(25 * $i)), [
                'detail' => $i % 3 === 0 ? "site-$i.example" : null,
            ]);
        }

        return Samples::document(['lines' => $lines]);
    }
}
