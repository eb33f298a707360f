<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

/** What Studio North sells. */
final readonly class Catalog
{
    public function __construct(private Stage $stage, private Pictures $pictures)
    {
    }

    /** @return array<string, array{id: int, words: string, price: int}> plans by a short name */
    public function fill(): array
    {
        $plans = [];
        foreach ($this->products() as [$name, $description, $colour, $rows]) {
            $product = $this->stage->ask('POST', '/products', [
                'name' => $name,
                'description' => $description,
                'image_id' => $this->pictures->product($name, $colour),
                'plans' => array_map($this->plan(...), array_values($rows)),
            ]);
            foreach (array_keys($rows) as $index => $key) {
                $plan = $product['plans'][$index];
                $plans[$key] = ['id' => $plan['id'], 'words' => "{$name}, {$plan['name']}", 'price' => $plan['price']['amount']];
            }
        }

        return $plans;
    }

    /**
     * @param array{string, int, string, string|null} $row name, minor units, currency, unit of the interval
     * @return array<string, mixed>
     */
    private function plan(array $row): array
    {
        [$name, $amount, $currency, $unit] = $row;

        return [
            'name' => $name,
            'price' => ['amount' => $amount, 'currency' => $currency],
            'type' => $unit === null ? 'one_time' : 'recurring',
            'interval' => $unit === null ? null : ['unit' => $unit, 'count' => 1],
            'unit_code' => match (true) {
                str_ends_with($name, ' hour') => 'HUR',
                str_ends_with($name, ' day') => 'DAY',
                default => '',
            },
            'tax_rate_id' => str_ends_with($name, 'training day') ? $this->exempt() : null,
        ];
    }

    /** What trains people for their work is exempt in Germany. */
    private function exempt(): int
    {
        $exempt = array_filter($this->stage->ask('GET', '/settings/taxes')['rates'], static fn (array $rate): bool => $rate['category'] === 'E');

        return (int) array_values($exempt)[0]['id'];
    }

    /** @return list<array{string, string, array{int<0, 255>, int<0, 255>, int<0, 255>}, array<string, array{string, int, string, string|null}>}> */
    private function products(): array
    {
        return [
            ['Website care', 'Updates, backups, uptime monitoring and small changes.', [15, 76, 92], [
                'care-essential' => ['Essential', 4900, 'EUR', 'month'],
                'care-business' => ['Business', 11900, 'EUR', 'month'],
                'care-poland' => ['Business (PLN)', 49900, 'PLN', 'month'],
                'care-japan' => ['Business (JPY)', 18000, 'JPY', 'month'],
            ]],
            ['Hosting', 'Managed hosting in Frankfurt, with daily backups.', [95, 15, 64], [
                'hosting-month' => ['Monthly', 1900, 'EUR', 'month'],
                'hosting-year' => ['Yearly', 19000, 'EUR', 'year'],
            ]],
            ['Website', 'Concept, design, development and launch.', [226, 109, 92], [
                'landing' => ['Landing page', 145000, 'EUR', null],
                'company' => ['Company website', 480000, 'EUR', null],
                'shop' => ['Online shop (USD)', 690000, 'USD', null],
            ]],
            ['Search retainer', 'Monthly search engine optimization with a clear report.', [72, 99, 71], [
                'seo' => ['Retainer', 64000, 'EUR', 'month'],
                'seo-uk' => ['Retainer (GBP)', 55000, 'GBP', 'month'],
            ]],
            ['Hours', 'Work outside a plan, billed by the hour.', [154, 3, 30], [
                'design' => ['Design hour', 9500, 'EUR', null],
                'development' => ['Development hour', 11000, 'EUR', null],
                'training' => ['Editor training day', 68000, 'EUR', null],
            ]],
        ];
    }
}
