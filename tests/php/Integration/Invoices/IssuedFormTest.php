<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Supply;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxCategory;
use Counterfoil\Shared\Actor;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Law 3: what is copied into an invoice when it is issued, with all that can't be added to it later. */
final class IssuedFormTest extends IntegrationTestCase
{
    use MakesInvoices;

    public function test_seller_and_buyer_are_known_by_each_number_of_theirs(): void
    {
        $this->business(['legal' => [
            'legal_name' => 'Studio North sp. z o.o.', 'vat_id' => 'PL5260210228', 'registration_number' => '0000123456',
            'bank_accounts' => [['number' => 'PL61109010140000071219812874', 'bic' => 'WBKPPLPP', 'currency' => 'PLN']],
        ]]);
        $client = $this->client();
        $this->plugin()->database()->update('clients', ['kind' => 'public_body', 'vat_id' => 'DE123456789', 'registration_number' => 'HRB 12', 'buyer_reference' => '04011000-1234512345-06', 'tax_id' => 'St.-Nr. 133/8150/8159'], ['id' => $client->id]);
        $form = $this->form($client);

        self::assertSame([2, 'invoice', 'INV-0001', ['period' => '', 'sequence' => 1]], [$form['form'], $form['kind'], $form['number'], $form['series']]);
        self::assertSame(['Studio North sp. z o.o.', 'PL5260210228', '0000123456', 'active'], [$form['seller']['legal_name'], $form['seller']['vat_id'], $form['seller']['registration_number'], $form['seller']['tax_status']]);
        self::assertSame(['PL61109010140000071219812874', 'WBKPPLPP', 'PLN'], [$form['seller']['bank_accounts'][0]['number'], $form['seller']['bank_accounts'][0]['bic'], $form['seller']['bank_accounts'][0]['currency']]);
        self::assertSame(['public_body', 'GB', 'St.-Nr. 133/8150/8159', 'DE123456789', 'HRB 12'], [$form['buyer']['kind'], $form['buyer']['country'], $form['buyer']['tax_id'], $form['buyer']['vat_id'], $form['buyer']['registration_number']]);
        self::assertSame('04011000-1234512345-06', $form['buyer_reference']);
    }

    public function test_a_typed_tax_id_that_is_a_vat_id_is_one(): void
    {
        $this->business(['tax_id' => 'DE 123 456 789']);
        $form = $this->form($this->client());

        self::assertSame(['DE 123 456 789', 'DE123456789'], [$form['seller']['tax_id'], $form['seller']['vat_id']]);
        self::assertSame(['GB 123', ''], [$form['buyer']['tax_id'], $form['buyer']['vat_id']]);
    }

    public function test_each_line_and_each_sum_say_why_they_are_taxed_so(): void
    {
        $form = $this->form($this->client(), ['lines' => [
            $this->line(),
            $this->line(['tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'Z']]),
            $this->line(['tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'E', 'reason' => 'Art. 43'], 'unit_price' => 5000]),
        ]]);

        self::assertSame([['S', '23'], ['Z', '0'], ['E', '0']], array_map(static fn (array $line): array => [$line['tax']['category'], $line['tax']['rate']], $form['lines']));
        self::assertSame(
            [['S', 10000, 2300], ['Z', 10000, 0], ['E', 5000, 0]],
            array_map(static fn (array $sum): array => [$sum['category'], $sum['base'], $sum['amount']], $form['totals']['taxes'])
        );
        self::assertSame(['C62', 'C62', 'C62'], array_column($form['lines'], 'unit_code'));
    }

    public function test_what_was_said_of_a_tax_and_of_the_supply_stays(): void
    {
        $this->business(['tax_id' => 'DE123456788']);
        $client = $this->client();
        $this->plugin()->database()->update('clients', ['vat_id' => 'PL5260210228'], ['id' => $client->id]);
        $typed = InvoiceTerms::from_wire($this->body($client->id));
        $reverse = new Tax('Reverse charge', '0', TaxCategory::ReverseCharge, 'VATEX-EU-AE', 'Reverse charge');
        $terms = new InvoiceTerms(
            $typed->client_id,
            null,
            $typed->currency,
            $typed->tax_mode,
            $typed->due_date,
            [new InvoiceLine(null, 'Work', '2', 5000, null, $reverse, unit_code: 'HUR', supply_from: '2026-03-01', supply_to: '2026-03-31')],
            supply: new Supply('2026-03-31'),
            buyer_reference: 'PO 7',
            payment_terms: '14 days net',
        );
        $draft = $this->plugin()->module(DraftsModule::class)->create()->handle($terms, Actor::system());
        $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
        $form = $this->content($draft->id);

        self::assertSame(['AE', 'VATEX-EU-AE', 'Reverse charge'], [$form['lines'][0]['tax']['category'], $form['lines'][0]['tax']['reason_code'], $form['lines'][0]['tax']['reason']]);
        self::assertSame('AE', $form['totals']['taxes'][0]['category']);
        self::assertSame(['HUR', ['date' => null, 'from' => '2026-03-01', 'to' => '2026-03-31']], [$form['lines'][0]['unit_code'], $form['lines'][0]['supply']]);
        self::assertSame([['date' => '2026-03-31', 'from' => null, 'to' => null], 'PO 7', '14 days net'], [$form['supply'], $form['buyer_reference'], $form['payment_terms']]);
    }

    /** @param array<string, mixed> $changes */
    private function business(array $changes): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', $changes + $settings->get('business'));
    }

    /**
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function form(Client $client, array $changes = []): array
    {
        return $this->content($this->issued($client, $changes)->id);
    }

    /** @return array<string, mixed> */
    private function content(int $id): array
    {
        return $this->plugin()->module(InvoicesModule::class)->archive()->form($id)->content ?? [];
    }
}
