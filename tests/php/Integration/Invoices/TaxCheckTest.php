<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Nothing is issued that nobody decided on: a refusal names the line and the way to mend it. */
final class TaxCheckTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_a_line_without_a_category_is_saved_and_not_issued(): void
    {
        $client = $this->client();
        foreach ([null, ['name' => 'VAT', 'rate' => '0'], ['name' => 'VAT', 'rate' => '0.00', 'category' => null]] as $tax) {
            $this->assert_refused($client, [$this->line(), $this->line(['tax' => $tax])], ['/lines/1/tax' => 'Line 2: choose a tax. The invoice can’t be issued without it.']);
        }
        self::assertSame(0, $this->rows_in('invoices', "status = 'issued'"));
    }

    public function test_a_rate_above_zero_is_a_standard_rate(): void
    {
        $draft = $this->draft($this->client(), ['lines' => [$this->line()]]);
        $shown = self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$draft->id}", null, $this->staff));

        self::assertSame(['name' => 'VAT', 'rate' => '23', 'category' => 'S', 'reason_code' => '', 'reason' => ''], $shown['lines'][0]['tax']);
    }

    public function test_rate_and_category_have_to_fit(): void
    {
        $client = $this->client();
        $this->assert_refused($client, [$this->taxed('S', '0')], ['/lines/0/tax' => 'Line 1: a standard rate must be higher than 0%. Choose another rate or tax type.']);
        $this->assert_refused($client, [$this->taxed('AE', '23')], ['/lines/0/tax' => 'Line 1: only standard rates can be higher than 0%. Set the rate to 0.']);
        $this->assert_refused($client, [$this->taxed('E', '0')], ['/lines/0/tax' => 'Line 1: enter the reason for the exemption, for example Art. 132(1)(i) of Directive 2006/112/EC.']);
    }

    public function test_a_reverse_charge_needs_the_vat_ids_of_both(): void
    {
        $client = $this->client();
        $lines = [$this->taxed('AE', '0')];
        $this->assert_refused($client, $lines, ['/lines/0/tax' => 'Line 1: the reverse charge requires the client’s VAT ID. Add it to the client or choose another tax.']);
        $this->plugin()->database()->update('clients', ['vat_id' => 'DE123456788'], ['id' => $client->id]);
        $this->assert_refused($client, $lines, ['/lines/0/tax' => 'Line 1: the reverse charge requires your VAT ID. Add it in the tax settings.']);
        $settings = $this->plugin()->settings();
        $settings->set('business', ['legal' => ['vat_id' => 'PL5260210228']] + $settings->get('business'));
        $document = $this->issue($client, $lines)['document'];

        self::assertSame(['Reverse charge: VAT is accounted for by the recipient.'], $document['notes']);
        self::assertSame(['Reverse charge'], array_column($document['lines'], 'tax'));
        self::assertContains('VAT ID DE123456788', $document['buyer']['lines']);
        self::assertContains('VAT ID PL5260210228', $document['seller']['lines']);
        self::assertSame(['Net', 'Reverse charge on €100.00', 'Total'], array_column($document['totals'], 'label'));
    }

    public function test_what_is_not_subject_to_vat_is_alone(): void
    {
        $client = $this->client();
        $alone = 'lines that aren’t subject to VAT can’t be on the same invoice as other lines. Bill them on a separate invoice.';
        $this->assert_refused($client, [$this->taxed('O', '0'), $this->line()], ['/lines/0/tax' => "Line 1: {$alone}"]);
        $document = $this->issue($client, [$this->taxed('O', '0')])['document'];
        self::assertSame(['Not subject to VAT in the country of the seller.'], $document['notes']);
        self::assertNull($document['columns']['tax']);
        self::assertSame(['Total'], array_column($document['totals'], 'label'));
    }

    public function test_an_exempt_line_says_why_on_paper_in_the_clients_language(): void
    {
        $client = $this->client(locale: 'pl_PL');
        $lines = [$this->line(), $this->taxed('E', '0', 'art. 43 ust. 1 pkt 29 ustawy o VAT'), $this->taxed('E', '0', 'art. 43 ust. 1 pkt 29 ustawy o VAT')];
        $document = $this->issue($client, $lines)['document'];

        self::assertSame(['Zwolnione z VAT: art. 43 ust. 1 pkt 29 ustawy o VAT'], $document['notes']);
        self::assertSame(['23%', 'Zwolnione', 'Zwolnione'], array_column($document['lines'], 'tax'));
    }

    public function test_the_plans_rate_and_unit_are_proposed(): void
    {
        $rates = $this->plugin()->module(BusinessModule::class)->tax_rates()->all();
        $product = self::fits('products.create', $this->rest('POST', '/counterfoil/v1/products', ['name' => 'Books', 'description' => '', 'image_id' => null, 'plans' => [
            ['name' => 'E-book', 'price' => ['amount' => 1000, 'currency' => 'EUR'], 'type' => 'one_time', 'interval' => null, 'unit_code' => 'HUR', 'tax_rate_id' => $rates[4]->id],
            ['name' => 'Monthly', 'price' => ['amount' => 1000, 'currency' => 'EUR'], 'type' => 'recurring', 'interval' => ['unit' => 'month', 'count' => 1]],
        ]], $this->staff));
        $lines = array_map(fn (array $plan): array => $this->line(['plan_id' => $plan['id'], 'tax' => null]), $product['plans']);
        $body = $this->body($this->client()->id, ['lines' => [...$lines, ['unit_code' => 'C62'] + $lines[1]]]);
        $preview = self::fits('invoices.preview', $this->rest('POST', '/counterfoil/v1/invoices/preview', $body, $this->staff));

        self::assertSame(['USt.', '7', 'S'], array_map(static fn (string $field): string => $preview['proposals'][0]['tax'][$field], ['name', 'rate', 'category']));
        self::assertNull($preview['proposals'][1]['tax']);
        $draft = self::fits('invoices.create', $this->rest('POST', '/counterfoil/v1/invoices', $body, $this->staff));
        self::assertSame(['HUR', 'MON', 'C62'], array_column($draft['lines'], 'unit_code'));
        self::assertSame(["1\u{A0}hr", "1\u{A0}mo.", '1'], array_column($draft['document']['lines'], 'quantity'));
    }

    public function test_supply_reference_and_order_are_kept_and_printed(): void
    {
        $client = $this->client();
        $this->plugin()->database()->update('clients', ['buyer_reference' => 'Cost center 7'], ['id' => $client->id]);
        $more = ['supply' => ['from' => '2026-11-01', 'to' => '2026-11-30'], 'purchase_order' => 'PO-77'];
        $document = $this->issue($client, [$this->line(['supply' => ['from' => '2026-11-05', 'to' => null]])], $more)['document'];

        $facts = array_column($document['facts'], 'value', 'label');
        self::assertSame(['November 1, 2026 – November 30, 2026', 'Cost center 7', 'PO-77'], [$facts['Supply period'], $facts['Your reference'], $facts['Purchase order']]);
        self::assertSame('November 5, 2026', $document['lines'][0]['detail']);
        $backwards = ['from' => '2026-11-30', 'to' => '2026-11-01'];
        self::refused(400, ['/supply', '/lines/0/supply'], $this->rest('POST', '/counterfoil/v1/invoices', $this->body($client->id, ['supply' => $backwards, 'lines' => [$this->line(['supply' => $backwards])]]), $this->staff));
    }

    /** @return array<string, mixed> */
    private function taxed(string $category, string $rate, string $reason = ''): array
    {
        return $this->line(['tax' => ['name' => 'VAT', 'rate' => $rate, 'category' => $category, 'reason' => $reason]]);
    }

    /**
     * @param list<array<string, mixed>> $lines
     * @param array<string, mixed> $more
     * @return array<string, mixed>
     */
    private function issue(Client $client, array $lines, array $more = []): array
    {
        $draft = $this->draft($client, ['lines' => $lines] + $more);

        return self::fits('invoices.send', $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/send", ['version' => $draft->version], $this->staff));
    }

    /**
     * @param list<array<string, mixed>> $lines
     * @param array<string, string> $fields
     */
    private function assert_refused(Client $client, array $lines, array $fields): void
    {
        $draft = $this->draft($client, ['lines' => $lines]);
        $answer = $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/send", ['version' => $draft->version], $this->staff);
        self::assert_status(400, $answer);
        self::assertSame($fields, array_intersect_key($answer->get_data()['data']['fields'], $fields));
    }
}
