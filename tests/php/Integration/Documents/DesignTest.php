<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\PageSize;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\PaperField;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_REST_Response;

/** How documents look is chosen, tried, and kept in each that is issued. */
final class DesignTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_the_sheet_is_the_one_of_the_businesss_country_until_somebody_chooses(): void
    {
        self::assertSame(
            [PageSize::Letter, PageSize::Letter, PageSize::A4, PageSize::A4, PageSize::A4],
            [PageSize::usual('US', 'pl_PL'), PageSize::usual('', 'en_US'), PageSize::usual('DE', 'en_US'), PageSize::usual('', 'de_DE'), PageSize::usual('', 'pl')]
        );
        $this->in_country('US');
        self::assertSame('letter', $this->shown()['page']);
        $this->in_country('DE');
        self::assertSame('a4', $this->shown()['page']);
        self::fits('design.update', $this->update(['page' => 'letter']));
        self::assertSame('letter', $this->shown()['page']);
    }

    /** Law 3: an issued document never changes when the settings do; the next one has them. */
    public function test_law_3_what_was_issued_keeps_its_look(): void
    {
        self::fits('design.update', $this->update(['accent' => '#AA0000', 'page' => 'a4', 'footer' => "Old footer\r\n"]));
        $old = $this->issued($this->client());
        $bytes = $this->pdf($old);
        $before = $this->paper($old)->to_array();
        self::fits('design.update', $this->update(['accent' => '#0000aa', 'page' => 'letter', 'footer' => 'New footer', 'fields' => ['due_date']]));
        $new = $this->issued($this->client('Other'));

        self::assertSame($before, $this->paper($old)->to_array());
        self::assertSame(['#aa0000', 'a4', 'Old footer'], [$before['accent'], $before['page'], $before['footer']]);
        self::assertTrue($bytes === $this->pdf($old));
        $this->plugin()->database()->delete('document_pdfs', ['document_id' => $old->id]);
        self::assertTrue($bytes === $this->pdf($old), 'Made anew from what was kept, it is the same.');
        $paper = $this->paper($new)->to_array();
        self::assertSame(['#0000aa', 'letter', 'New footer'], [$paper['accent'], $paper['page'], $paper['footer']]);
        self::assertSame(['595.28 × 841.89', '612.00 × 792.00'], [self::sheet($bytes), self::sheet($this->pdf($new))]);
        $kept = $this->plugin()->module(InvoicesModule::class)->archive()->form($new->id)->content ?? [];
        self::assertSame(['accent' => '#0000aa', 'page' => 'letter', 'fields' => ['due_date'], 'footer' => 'New footer'], $kept['design']);
    }

    public function test_a_credit_note_looks_like_the_invoice_it_credits(): void
    {
        self::fits('design.update', $this->update(['accent' => '#aa0000', 'page' => 'letter', 'footer' => 'Old footer', 'fields' => []]));
        $invoice = $this->issued($this->client());
        self::fits('design.update', $this->update(['accent' => '#0000aa', 'page' => 'a4', 'footer' => 'New footer', 'fields' => ['phone']]));
        $notes = $this->plugin()->module(CreditNotesModule::class);
        $note = $notes->credit()->handle($invoice->id, $invoice->version, CreditExtent::rest(), 'Agreed', Surplus::Keep, Viewer::system(), 'key');

        $paper = $notes->archive()->paper($note->id)->to_array();
        self::assertSame(['#aa0000', 'letter', 'Old footer'], [$paper['accent'], $paper['page'], $paper['footer']]);
    }

    public function test_each_field_is_there_when_it_is_chosen_and_gone_when_it_is_not(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['phone' => '+48 22 555', 'email' => 'us@north.test', 'website' => 'https://north.test', 'tax_id' => '555-11', 'locale' => 'en_US',
            'legal' => ['registration_number' => 'HRB 77', 'bank_accounts' => [['number' => 'DE02120300000000202051', 'bic' => '', 'bank' => '', 'holder' => '', 'currency' => '']]]] + $settings->get('business'));
        $marks = [
            'phone' => '+48 22 555', 'email' => 'us@north.test', 'web' => 'north.test', 'tax_ids' => 'Tax ID 555-11', 'registration_number' => 'HRB 77', 'client_email' => 'client@example.com',
            'client_tax_ids' => '123-456-78-90', 'due_date' => 'Due date', 'supply' => 'Supply period', 'reference' => 'REF-1024', 'purchase_order' => 'PO-2048', 'website' => '"label":"Website"',
            'message' => 'Thank you', 'pay_link' => 'Pay online', 'bank_details' => 'IBAN',
        ];
        self::assertEqualsCanonicalizing(array_column(PaperField::cases(), 'value'), ['logo', ...array_keys($marks)], 'Every field is tried.');
        foreach ($marks as $field => $mark) {
            self::assertStringContainsString($mark, $this->sample(['fields' => [$field]]), $field);
            self::assertDoesNotMatchRegularExpression('#(?<![\w@.])' . preg_quote($mark, '#') . '#', $this->sample(['fields' => array_values(array_diff(array_keys($marks), [$field, ...($field === 'web' ? ['email'] : [])]))]), $field);
        }
    }

    /** Directive 2006/112/EC, art. 226 (4): both numbers are on an invoice whose tax the buyer owes. */
    public function test_tax_numbers_are_always_there_where_the_buyer_owes_the_tax(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['legal' => ['vat_id' => 'DE328114900']] + $settings->get('business'));
        self::fits('design.update', $this->update(['fields' => []]));
        $reversed = ['name' => 'VAT', 'rate' => '0', 'category' => 'AE', 'reason_code' => 'VATEX-EU-AE', 'reason' => ''];
        $client = $this->client();
        $this->plugin()->database()->update('clients', ['vat_id' => 'PL5260001246'], ['id' => $client->id]);

        self::assertStringContainsString('DE328114900', implode(' ', $this->paper($this->issued($client, ['lines' => [$this->line(['tax' => $reversed])]]))->seller['lines']));
        self::assertStringContainsString('PL5260001246', implode(' ', $this->paper($this->issued($client, ['lines' => [$this->line(['tax' => $reversed])]]))->buyer['lines']));
        self::assertStringNotContainsString('DE328114900', implode(' ', $this->paper($this->issued($client))->seller['lines']));
    }

    public function test_trying_a_design_saves_nothing_and_speaks_the_clients_language(): void
    {
        $before = $this->shown();
        $tried = ['design' => ['accent' => '#123456', 'page' => 'letter', 'fields' => [], 'footer' => 'Tried'], 'locale' => 'pl_PL'];
        $paper = self::fits('design.preview', $this->rest('POST', '/counterfoil/v1/settings/design/preview', $tried, $this->staff))['document'];
        $drawing = self::fits('design.draw', $this->rest('POST', '/counterfoil/v1/settings/design/draw', $tried, $this->staff));

        self::assertSame(['#123456', 'letter', 'Tried', 'pl-PL'], [$paper['accent'], $paper['page'], $paper['footer'], $paper['locale']]);
        self::assertStringStartsWith('Faktura', $paper['title']);
        self::assertSame([215.9, 279.4], [$drawing['width'], $drawing['height']]);
        self::assertSame($before, $this->shown());
        self::assertSame(0, $this->rows_in('invoices'));
    }

    public function test_a_footer_that_pdfs_cannot_show_is_refused_at_once(): void
    {
        self::refused(400, ['/footer'], $this->update(['footer' => 'ありがとう']));
        self::refused(400, ['/accent'], $this->update(['accent' => 'red']));
        self::refused(400, ['/page'], $this->update(['page' => 'a5']));
    }

    /** @param array<string, mixed> $changes */
    private function update(array $changes): WP_REST_Response
    {
        return $this->rest('PUT', '/counterfoil/v1/settings/design', $changes + array_diff_key($this->shown(), ['brand' => true]), $this->staff);
    }

    /** @return array<string, mixed> */
    private function shown(): array
    {
        return self::fits('design.get', $this->rest('GET', '/counterfoil/v1/settings/design', null, $this->staff));
    }

    /** @param array<string, mixed> $changes */
    private function sample(array $changes): string
    {
        $tried = ['design' => $changes + array_diff_key($this->shown(), ['brand' => true]), 'locale' => ''];

        return (string) json_encode(self::fits('design.preview', $this->rest('POST', '/counterfoil/v1/settings/design/preview', $tried, $this->staff))['document'], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
    }

    private function in_country(string $country): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['address' => ['country' => $country]] + $settings->get('business'));
    }

    private function paper(Invoice $invoice): Paper
    {
        return $this->plugin()->module(InvoicesModule::class)->archive()->paper($invoice->id) ?? self::fail('It has no paper.');
    }

    /** Of the first page, in points. */
    private static function sheet(string $pdf): string
    {
        preg_match('/MediaBox \[[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)\]/', $pdf, $match);

        return sprintf('%.2f × %.2f', $match[1] ?? 0, $match[2] ?? 0);
    }

    private function pdf(Invoice $invoice): string
    {
        return $this->plugin()->module(InvoicesModule::class)->archive()->pdf($invoice->id);
    }
}
