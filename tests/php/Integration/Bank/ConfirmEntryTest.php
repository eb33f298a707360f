<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_REST_Response;

/** From a file of the bank to the money in the books, and back. The books are verified after each test. */
final class ConfirmEntryTest extends IntegrationTestCase
{
    use ImportsStatements;
    use PaysInvoices;

    public function test_a_sure_match_waits_for_somebody_and_is_recorded_once(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $import = $this->imported($this->statement([[12300, "Invoice {$invoice->number}", 'Harbour & Pine', 'GB33BUKB20201555555555']]));
        self::assertSame(['sure' => 1, 'likely' => 0, 'none' => 0], $import['open']);
        [$entry] = $this->entries(['import_id' => $import['id']]);
        self::assertSame(['open', 'sure'], [$entry['state'], $entry['match']]);
        self::assertSame("Mentions {$invoice->number}, and the amount matches the amount due.", $entry['why']);
        self::assertSame($invoice->id, $entry['proposal']['parts'][0]['invoice']['id']);
        self::assertSame(Settlement::Unpaid, $this->invoice_now($invoice)->settlement);

        $matched = self::fits('bank.confirm', $this->confirm_entry($entry['id'], $client->id, [$invoice->id => 12300]));
        self::assertSame('matched', $matched['state']);
        self::assertSame(['amount' => 12300, 'currency' => 'EUR'], $matched['result']['parts'][0]['amount']);
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame('2026-11-20', substr((string) $this->invoice_now($invoice)->paid_at?->format('Y-m-d'), 0, 10));
        $this->deliver();
        self::assertSame(["Invoice {$invoice->number} from Studio North", "Receipt for invoice {$invoice->number} from Studio North"], array_column($this->outbox->to('ada@harbour.test'), 'subject'));

        // Another window, the same: one effect.
        self::assertSame($matched['result']['payment_id'], self::fits('bank.confirm', $this->confirm_entry($entry['id'], $client->id, [$invoice->id => 12300]))['result']['payment_id']);
        self::assertSame(1, $this->rows_in('payments'));
        $other = $this->issued($client);
        self::assert_status(409, $this->confirm_entry($entry['id'], $client->id, [$other->id => 12300]));
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/bank/entries/{$entry['id']}/ignore", [], $this->administrator()));
    }

    public function test_part_several_over_and_credit_alone(): void
    {
        $client = $this->client();
        [$a, $b, $c] = [$this->issued($client), $this->issued($client), $this->issued($client)];
        $this->imported($this->statement([
            [5000, "part of {$a->number}"],
            [7300 + 12300, "{$a->number}, {$b->number}"],
            [15000, "{$c->number} plus tip"],
            [4000, 'deposit', 'Harbour & Pine'],
        ]));
        $by_amount = array_column($this->entries(), null, 'text');
        self::assertSame('likely', $by_amount["part of {$a->number}"]['match']);
        $this->confirm_entry($by_amount["part of {$a->number}"]['id'], $client->id, [$a->id => 5000]);
        self::assertSame(7300, $this->invoice_now($a)->due()->amount);

        // With the part paid, both together are exactly the next transfer.
        $several = array_column($this->entries(), null, 'text')["{$a->number}, {$b->number}"];
        self::assertSame('sure', $several['match']);
        self::assertSame([7300, 12300], array_map(static fn (array $part): int => $part['amount']['amount'], $several['proposal']['parts']));
        self::fits('bank.confirm', $this->confirm_entry($several['id'], $client->id, [$a->id => 7300, $b->id => 12300]));
        self::assertSame([Settlement::Paid, Settlement::Paid], [$this->invoice_now($a)->settlement, $this->invoice_now($b)->settlement]);

        $over = array_column($this->entries(), null, 'text')["{$c->number} plus tip"];
        self::assertSame(2700, $over['proposal']['rest']['amount']);
        $matched = self::fits('bank.confirm', $this->confirm_entry($over['id'], $client->id, [$c->id => 12300]));
        self::assertSame(2700, $matched['result']['rest']['amount']);
        self::fits('bank.confirm', $this->confirm_entry($by_amount['deposit']['id'], $client->id, []));
        self::assertSame([['amount' => 6700, 'currency' => 'EUR']], $this->plugin()->module(CreditModule::class)->statement()->of($client->id)['balances']);
        $flags = $this->plugin()->database()->rows("SELECT flag FROM {$this->plugin()->database()->table('payments')} WHERE flag <> ''");
        self::assertSame([], $flags, 'What is over was seen by whoever confirmed it.');
    }

    public function test_what_comes_is_shared_among_chosen_invoices_the_longest_due_first(): void
    {
        $client = $this->client();
        [$a, $b] = [$this->issued($client), $this->issued($client)];
        $other = $this->issued($this->client(email: 'tess@other.test'));
        $this->imported($this->statement([[15000, 'rent']]));
        [$entry] = $this->entries();
        $split = fn (string $query): WP_REST_Response => $this->rest('GET', "/counterfoil/v1/bank/entries/{$entry['id']}/split?client_id={$client->id}{$query}", null, $this->administrator());

        $shares = self::fits('bank.split', $split("&invoice_ids={$b->id},{$a->id}"));
        self::assertSame([[$a->id, 12300], [$b->id, 2700]], array_map(static fn (array $part): array => [$part['invoice']['id'], $part['amount']['amount']], $shares['parts']));
        self::assertSame(0, $shares['rest']['amount']);
        self::assertSame(2700, self::fits('bank.split', $split("&invoice_ids={$b->id}"))['rest']['amount']);
        self::assertSame([[], 15000], [self::fits('bank.split', $split(''))['parts'], self::fits('bank.split', $split(''))['rest']['amount']]);
        self::assert_status(400, $split("&invoice_ids={$other->id}"));
        self::assert_status(400, $split('&invoice_ids=1;2'));
    }

    public function test_undone_it_is_due_again_and_can_be_matched_anew(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $this->imported($this->statement([[12300, (string) $invoice->number]]));
        [$entry] = $this->entries();
        $this->confirm_entry($entry['id'], $client->id, [$invoice->id => 12300]);

        $undone = self::fits('bank.undo', $this->rest('POST', "/counterfoil/v1/bank/entries/{$entry['id']}/undo", [], $this->administrator()));
        self::assertSame(['open', 'sure', null], [$undone['state'], $undone['match'], $undone['result']]);
        self::assertSame(12300, $this->invoice_now($invoice)->due()->amount);
        self::fits('bank.confirm', $this->confirm_entry($entry['id'], $client->id, [$invoice->id => 12300]));
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(2, $this->rows_in('payments'));
    }

    public function test_its_payment_is_undone_with_the_match_and_only_as_a_whole(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        [$a, $b] = [$this->issued($client), $this->issued($client)];
        $this->imported($this->statement([[20000, (string) $a->number]]));
        [$entry] = $this->entries();
        $payment = self::fits('bank.confirm', $this->confirm_entry($entry['id'], $client->id, [$a->id => 12300]))['result']['payment_id'];
        $undo = fn (): WP_REST_Response => $this->rest('POST', "/counterfoil/v1/bank/entries/{$entry['id']}/undo", [], $staff);
        $by_itself = $this->rest('POST', "/counterfoil/v1/payments/{$payment}/undo", ['reason' => 'Wrong client'], $staff);
        self::assert_status(409, $by_itself);
        self::assertSame('counterfoil_payment_matched', self::json($by_itself)['code']);

        // What was over paid another invoice since.
        $this->plugin()->module(CreditModule::class)->use()->handle($b->id, Money::of(7700, 'EUR'), Viewer::system(), 'use');
        self::assertSame('counterfoil_payment_used', self::json($undo())['code']);
        self::assertSame('matched', $this->entries()[0]['state']);
        self::assertSame(0, $this->rows_in('payment_reversals'));
    }

    public function test_who_got_a_receipt_hears_that_it_was_a_mistake(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $this->imported($this->statement([[12300, (string) $invoice->number]]));
        [$entry] = $this->entries();
        $this->confirm_entry($entry['id'], $client->id, [$invoice->id => 12300]);
        self::fits('bank.undo', $this->rest('POST', "/counterfoil/v1/bank/entries/{$entry['id']}/undo", [], $this->administrator()));
        $this->deliver();
        self::assertSame("Correction: payment for invoice {$invoice->number} recorded by mistake", array_column($this->outbox->to('ada@harbour.test'), 'subject')[2] ?? '');
    }

    public function test_verify_finds_a_match_whose_payment_is_another(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $this->imported($this->statement([[12300, (string) $invoice->number]]));
        [$entry] = $this->entries();
        $this->confirm_entry($entry['id'], $client->id, [$invoice->id => 12300]);
        $verify = fn (): array => array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
        self::assertSame([], $verify());

        $this->leave_books_unequal();
        $this->plugin()->database()->update('bank_entries', ['amount' => 12400], ['id' => $entry['id']]);
        self::assertSame(["bank transfer {$entry['id']}: amount is 12300, should be 12400"], $verify());
        $this->plugin()->database()->update('bank_entries', ['payment_id' => 999_999, 'amount' => 12300], ['id' => $entry['id']]);
        self::assertCount(3, $verify());
    }

    public function test_what_was_paid_already_is_named_and_would_be_credit(): void
    {
        [$client, $other] = [$this->client(), $this->client('Other', 'zed@other.test')];
        [$invoice, $foreign, $draft] = [$this->issued($client), $this->issued($other), $this->draft($client)];
        foreach ([$invoice, $foreign] as $paid) {
            $this->payment($paid, 12300);
        }
        $this->imported($this->statement([[12300, "Second time: {$invoice->number}."], [700, strtolower((string) $invoice->number)], [900, "{$invoice->number} {$foreign->number}"], [800, "nothing {$draft->id}-2026"]]));
        $entries = array_column($this->entries(), null, 'text');

        $twice = $entries["Second time: {$invoice->number}."];
        self::assertSame(['likely', "Mentions {$invoice->number}, which has nothing due. The amount would be added to the client’s credit balance."], [$twice['match'], $twice['why']]);
        self::assertSame([$client->id, [], 12300], [$twice['proposal']['client']['id'], $twice['proposal']['parts'], $twice['proposal']['rest']['amount']]);
        self::assertSame(['likely', 'none', 'none'], [$entries[strtolower((string) $invoice->number)]['match'], $entries["{$invoice->number} {$foreign->number}"]['match'], $entries["nothing {$draft->id}-2026"]['match']]);
        self::assertSame(12300, self::fits('bank.confirm', $this->confirm_entry($twice['id'], $client->id, []))['result']['rest']['amount']);
    }

    public function test_ignored_it_asks_for_nothing_until_that_is_undone(): void
    {
        $this->imported($this->statement([[12300, 'interest'], [-500, 'fee']]));
        [$fee, $interest] = [array_column($this->entries(), null, 'text')['fee'], array_column($this->entries(), null, 'text')['interest']];
        self::assertSame(['ignored', 'Outgoing payment', false], [$fee['state'], $fee['why'], $fee['may']['undo']]);
        self::assertSame('ignored', self::fits('bank.ignore', $this->rest('POST', "/counterfoil/v1/bank/entries/{$interest['id']}/ignore", [], $this->administrator()))['state']);
        self::assertSame('open', self::fits('bank.undo', $this->rest('POST', "/counterfoil/v1/bank/entries/{$interest['id']}/undo", [], $this->administrator()))['state']);
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/bank/entries/{$fee['id']}/undo", [], $this->administrator()));
    }
}
