<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reminders;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\TaxCategory;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Response;

/** A late fee is proposed on an overdue invoice, put on a draft by the agency, and never twice for the same time. */
final class LateFeesTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const SETTINGS = ['is_on' => true, 'kind' => 'monthly', 'percent' => '2', 'amounts' => [], 'grace_days' => 0, 'in_reminders' => false];
    private const OUT_OF_SCOPE = ['name' => 'VAT', 'rate' => '0', 'category' => 'O', 'reason_code' => 'VATEX-EU-O', 'reason' => ''];

    private int $staff;
    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
        $this->at('2026-11-26 09:00');
        $this->client = $this->client();
    }

    public function test_they_are_off_until_somebody_turns_them_on(): void
    {
        $stored = self::fits('late-fees.get', $this->rest('GET', '/counterfoil/v1/settings/late-fees', null, $this->staff));
        self::assertFalse($stored['is_on']);
        self::assertFalse($stored['in_reminders']);
        $invoice = $this->overdue();

        self::assertSame(['proposed' => null, 'added' => []], $this->late_fees($invoice));
    }

    public function test_one_is_proposed_and_becomes_a_line_of_a_new_draft_outside_the_scope_of_vat(): void
    {
        $this->turn_on();
        $invoice = $this->overdue();
        $proposed = $this->late_fees($invoice)['proposed'];
        self::assertSame(['amount' => 246, 'currency' => 'EUR'], $proposed['amount']);
        self::assertSame(['amount' => 12_300, 'currency' => 'EUR'], $proposed['base']);
        self::assertSame([1, '2026-12-11', '2027-01-10', null], [$proposed['months'], $proposed['from'], $proposed['to'], $proposed['draft']]);
        self::assertSame(0, $this->rows_in('late_fees'), 'Looking at it books nothing.');

        $draft = $this->added($invoice, 246);
        [$line] = $this->invoices()->invoices()->lines($draft->id);
        self::assertTrue($draft->is_draft());
        self::assertSame([246, 0, '2026-12-29'], [$draft->total, $draft->tax, $draft->due_date]);
        self::assertSame("Late payment fee for invoice {$invoice->number}: 2% of €123.00 per month, December 11, 2026 to January 10, 2027", $line->description);
        self::assertSame(['1', 246, 'MON'], [$line->quantity, $line->unit_price, $line->unit_code]);
        self::assertSame(self::OUT_OF_SCOPE, $line->tax?->to_wire());
        self::assertContains('invoice.late_fee_added', $this->happened($invoice->id));
        $timeline = self::fits('invoices.events', $this->rest('GET', "/counterfoil/v1/invoices/{$draft->id}/events", null, $this->staff));
        self::assertStringContainsString("Late fee of €2.46 for invoice {$invoice->number} added", (string) json_encode($timeline, JSON_UNESCAPED_UNICODE));
        self::assertSame(12_300, $this->invoices()->invoices()->get($invoice->id, Viewer::system())->due()->amount, 'The invoice itself stays as it is.');

        // It can be issued as it is.
        $fee = $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
        self::assertSame([['invoice_id' => $fee->id, 'number' => $fee->number, 'amount' => ['amount' => 246, 'currency' => 'EUR']]], $this->late_fees($invoice)['added']);
    }

    public function test_it_speaks_the_clients_language(): void
    {
        $this->turn_on(['percent' => '1.5']);
        $this->client = $this->client('Młyn', 'mlyn@client.test', 'pl_PL');
        $invoice = $this->overdue();
        $draft = $this->added($invoice, 185);

        self::assertSame(
            "Opłata za opóźnienie w płatności faktury {$invoice->number}: 1,5% z 123,00\u{a0}€ miesięcznie, od 11 grudnia 2026 do 10 stycznia 2027",
            $this->invoices()->invoices()->lines($draft->id)[0]->description
        );
    }

    public function test_never_twice_for_the_same_month_and_again_for_the_next(): void
    {
        $this->turn_on();
        $invoice = $this->overdue();
        $this->added($invoice, 246);
        self::assertNull($this->late_fees($invoice)['proposed']);
        self::refused(409, [], $this->add($invoice, 246));
        $this->at('2027-02-11 09:00');
        $proposed = $this->late_fees($invoice)['proposed'];
        self::assertSame([492, 2, '2027-01-11', '2027-03-10'], [$proposed['amount']['amount'], $proposed['months'], $proposed['from'], $proposed['to']]);
        $this->added($invoice, 492, $proposed['draft']['id']);

        self::assertNull($this->late_fees($invoice)['proposed']);
        self::assertSame(3, $this->rows_in('late_fees'));
    }

    public function test_the_key_holds_when_two_ask_at_once(): void
    {
        $database = $this->plugin()->database();
        $row = ['invoice_id' => 7, 'period' => 1, 'fee_invoice_id' => 8, 'amount' => 1, 'created_at' => '2026-12-15 09:00:00'];
        $database->insert('late_fees', $row);
        $this->expectException(UniqueViolation::class);
        $database->insert('late_fees', ['fee_invoice_id' => 9] + $row);
    }

    public function test_a_line_that_was_taken_out_of_its_draft_can_be_asked_for_again(): void
    {
        $this->turn_on();
        $invoice = $this->overdue();
        $draft = $this->added($invoice, 246);
        $terms = $this->invoices()->invoices()->terms($draft);
        [$line] = $terms->lines;

        $reworded = $this->plugin()->module(DraftsModule::class)->update()->handle($draft->id, $terms->with_lines([new InvoiceLine(null, 'Interest', $line->quantity, $line->unit_price, tax: $line->tax)]), $draft->version, Actor::system());
        self::assertCount(1, $this->late_fees($invoice)['added'], 'Other words are still the same fee.');
        $this->plugin()->module(DraftsModule::class)->update()->handle($draft->id, $terms->with_lines([]), $reworded->version, Actor::system());
        $after = $this->late_fees($invoice);
        self::assertSame([246, []], [$after['proposed']['amount']['amount'], $after['added']]);
        $this->added($invoice, 246);
        self::assertSame(1, $this->rows_in('late_fees'));
    }

    /** @param array{string, string} $gone how the draft ends */
    #[TestWith([['DELETE', '']])]
    #[TestWith([['POST', '/void']])]
    public function test_what_was_deleted_or_voided_can_be_asked_for_again(array $gone): void
    {
        $this->turn_on();
        $invoice = $this->overdue();
        $draft = $this->added($invoice, 246);
        if ($gone[1] !== '') {
            $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
        }
        self::assert_status(200, $this->rest($gone[0], "/counterfoil/v1/invoices/{$draft->id}{$gone[1]}", $gone[1] === '' ? null : ['reason' => ''], $this->staff));
        self::assertCount(0, $this->late_fees($invoice)['added']);
        $other = $this->added($invoice, 246);

        self::assertSame([$other->id], array_column($this->late_fees($invoice)['added'], 'invoice_id'));
        self::assertSame(1, $this->rows_in('late_fees'));
    }

    public function test_only_a_draft_of_lines_outside_the_scope_takes_one(): void
    {
        $this->turn_on();
        $invoice = $this->overdue();
        $this->draft($this->client);
        $this->draft($this->client, ['currency' => 'USD', 'lines' => [$this->line(['tax' => self::OUT_OF_SCOPE])]]);
        $this->draft($this->client('Other', 'o@client.test'), ['lines' => [$this->line(['tax' => self::OUT_OF_SCOPE])]]);
        self::assertNull($this->late_fees($invoice)['proposed']['draft']);
        $taker = $this->draft($this->client, ['lines' => [$this->line(['tax' => self::OUT_OF_SCOPE])]]);
        self::assertSame(['id' => $taker->id, 'total' => ['amount' => 10_000, 'currency' => 'EUR']], $this->late_fees($invoice)['proposed']['draft']);
        $draft = $this->added($invoice, 246, $taker->id);

        self::assertSame([$taker->id, 10_246, $taker->version + 1], [$draft->id, $draft->total, $draft->version]);
        self::assertSame([TaxCategory::OutOfScope, TaxCategory::OutOfScope], array_map(static fn ($line) => $line->tax?->category, $this->invoices()->invoices()->lines($draft->id)));
    }

    public function test_something_else_than_was_shown_is_not_added(): void
    {
        $this->turn_on();
        $invoice = $this->overdue();
        self::refused(409, [], $this->add($invoice, 247));
        self::refused(409, [], $this->add($invoice, 246, 999));

        self::assertSame(0, $this->rows_in('late_fees'));
    }

    public function test_none_while_money_is_on_its_way_nor_of_what_was_paid_nor_of_a_client_without(): void
    {
        $this->turn_on();
        $under_way = $this->overdue();
        $this->payment($under_way, $under_way->total, ['state' => 'processing'], true);
        $paid = $this->overdue();
        $this->payment($paid, $paid->total);
        $part = $this->overdue();
        $this->payment($part, 2_300);
        self::assertNull($this->late_fees($under_way)['proposed']);
        self::assertNull($this->late_fees($paid)['proposed']);
        self::assertSame(200, $this->late_fees($part)['proposed']['amount']['amount']);

        $path = "/counterfoil/v1/clients/{$this->client->id}/late-fees";
        self::assertSame(['is_on' => true], self::fits('late-fees.of-client', $this->rest('GET', $path, null, $this->staff)));
        self::assertSame(['is_on' => false], self::fits('late-fees.change', $this->rest('PUT', $path, ['is_on' => false], $this->staff)));
        self::assertNull($this->late_fees($part)['proposed']);
        self::assertSame(['is_on' => true], self::fits('late-fees.change', $this->rest('PUT', $path, ['is_on' => true], $this->staff)));
        self::assertNotNull($this->late_fees($part)['proposed']);
    }

    public function test_no_fee_of_a_fee(): void
    {
        $this->turn_on();
        $draft = $this->added($this->overdue(), 246);
        $fee = $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
        $this->at('2027-06-01 09:00');

        self::assertNull($this->late_fees($fee)['proposed']);
    }

    /** @param array<string, mixed> $changes */
    #[TestWith([['kind' => 'fixed'], '/amounts'])]
    #[TestWith([['kind' => 'fixed', 'amounts' => [['amount' => 0, 'currency' => 'EUR']]], '/amounts/0/amount'])]
    #[TestWith([['kind' => 'fixed', 'amounts' => [['amount' => 4_000, 'currency' => 'EUR'], ['amount' => 5_000, 'currency' => 'EUR']]], '/amounts/1/currency'])]
    #[TestWith([['percent' => '0.0'], '/percent'])]
    #[TestWith([['percent' => '101'], '/percent'])]
    #[TestWith([['grace_days' => -1], '/grace_days'])]
    public function test_settings_without_sense_are_refused_at_their_field(array $changes, string $field): void
    {
        self::refused(400, [$field], $this->rest('PUT', '/counterfoil/v1/settings/late-fees', $changes + self::SETTINGS, $this->staff));
    }

    private function overdue(): Invoice
    {
        $this->at('2026-11-26 09:00');
        $invoice = $this->issued($this->client, ['due_date' => '2026-12-10']);
        $this->at('2026-12-15 09:00');

        return $invoice;
    }

    /** @param array<string, mixed> $changes */
    private function turn_on(array $changes = []): void
    {
        self::fits('late-fees.update', $this->rest('PUT', '/counterfoil/v1/settings/late-fees', $changes + self::SETTINGS, $this->staff));
    }

    /** @return array<string, mixed> */
    private function late_fees(Invoice $invoice): array
    {
        return self::fits('late-fees.of-invoice', $this->rest('GET', "/counterfoil/v1/invoices/{$invoice->id}/late-fees", null, $this->staff));
    }

    private function add(Invoice $invoice, int $amount, ?int $draft_id = null): WP_REST_Response
    {
        return $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/late-fees", ['amount' => ['amount' => $amount, 'currency' => 'EUR'], 'draft_id' => $draft_id], $this->staff, ['Idempotency-Key' => bin2hex(random_bytes(8))]);
    }

    private function added(Invoice $invoice, int $amount, ?int $draft_id = null): Invoice
    {
        return $this->invoices()->invoices()->get(self::fits('late-fees.add', $this->add($invoice, $amount, $draft_id))['draft_id'], Viewer::system());
    }

    private function invoices(): InvoicesModule
    {
        return $this->plugin()->module(InvoicesModule::class);
    }

    /** Where the business is. */
    private function at(string $moment): void
    {
        $this->clock()->set(new DateTimeImmutable($moment, $this->plugin()->module(BusinessModule::class)->calendar()->zone));
    }
}
