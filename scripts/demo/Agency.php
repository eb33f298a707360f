<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

/** Studio North of Hamburg: its profile, how it bills, its keys and its portal pages. */
final readonly class Agency
{
    public function __construct(private Stage $stage, private Pictures $pictures, private string $webhook_secret)
    {
    }

    public function open(): void
    {
        $this->stage->ask('PUT', '/settings/business', [
            'name' => 'Studio North',
            'email' => 'hello@studio-north.example',
            'phone' => '+49 40 5550 1420',
            'website' => 'https://studio-north.example',
            'address' => ['line1' => 'Am Sandtorkai 24', 'line2' => '', 'postcode' => '20457', 'city' => 'Hamburg', 'region' => '', 'country' => 'DE'],
            'tax_id' => '',
            'timezone' => 'Europe/Berlin',
            'currency' => 'EUR',
            'locale' => 'en_US',
            'colour' => '#0f4c5c',
            'logo_id' => $this->pictures->logo(),
        ]);
        $this->stage->ask('PUT', '/settings/taxes', [
            'tax_status' => 'active',
            'exemption_code' => '',
            'exemption_reason' => '',
            'legal_name' => 'Studio North GmbH',
            'vat_id' => 'DE328114900',
            'tax_number' => '22/718/04455',
            'registration_number' => 'HRB 171 204',
            'registration_scheme' => '',
            'tax_currency' => '',
            'default_rate' => 0,
            'bank_accounts' => [['number' => 'DE02 1203 0000 0000 2020 51', 'bic' => 'BYLADEM1001', 'bank' => 'DKB', 'holder' => '', 'currency' => 'EUR']],
            'rates' => [
                ['id' => null, 'name' => 'VAT', 'country' => 'DE', 'category' => 'S', 'rate' => '19', 'reason_code' => '', 'reason' => ''],
                ['id' => null, 'name' => 'VAT', 'country' => 'DE', 'category' => 'S', 'rate' => '7', 'reason_code' => '', 'reason' => ''],
                ['id' => null, 'name' => 'VAT', 'country' => 'DE', 'category' => 'E', 'rate' => '0', 'reason_code' => '', 'reason' => '§ 4 Nr. 21 UStG (training)'],
            ],
        ]);
        $this->stage->ask('PUT', '/settings/invoicing', [
            'due_days' => 14,
            'tax_mode' => 'exclusive',
        ]);
        $design = $this->stage->ask('GET', '/settings/design');
        $this->stage->ask('PUT', '/settings/design', ['footer' => 'Thank you for working with us.'] + array_diff_key($design, ['brand' => true]));
        $numbers = ['number_pattern' => '{number}', 'restart' => 'never', 'minimum_digits' => 4];
        $this->stage->ask('PUT', '/settings/numbering', ['series' => [['kind' => 'invoice', 'prefix' => 'SN-', 'next_number' => 1001] + $numbers]]);
        $this->stage->ask('PUT', '/settings/reminders', ['is_on' => true, 'days' => [-3, 1, 7, 14]]);
        $this->stage->ask('PUT', '/settings/bank-transfer', ['is_on' => true, 'pause_days' => 5]);
        $this->stage->ask('PUT', '/settings/part-payments', ['allowed' => true, 'minimum_percent' => 25, 'minimum_amounts' => []]);
        $this->stage->ask('PUT', '/settings/late-fees', ['is_on' => true, 'kind' => 'monthly', 'percent' => '1', 'amounts' => [], 'grace_days' => 7, 'in_reminders' => true]);
        $this->stage->ask('PUT', '/gateways/stripe/settings', [
            'mode' => 'test',
            'test' => ['publishable_key' => 'pk_test_NORTH_4eC39HqLyjWDarjtT1zdp7dc', 'secret_key' => 'sk_test_NORTH_4eC39HqLyjWDarjtT1zdp7dc', 'webhook_secret' => $this->webhook_secret],
            'statement_descriptor' => 'STUDIO NORTH',
        ]);
        $this->stage->ask('POST', '/gateways/stripe/settings/test', ['mode' => 'test']);
        $this->stage->ask('POST', '/portals/1/pages');
        foreach ($this->stage->ask('GET', '/settings/pdf-font')['fonts'] as $font) {
            if (str_starts_with($font['name'], 'Noto Sans CJK')) {
                $this->stage->ask('PUT', '/settings/pdf-font', ['font' => $font['file']]);
                break;
            }
        }
    }
}
