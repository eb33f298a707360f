<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Closure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Reversals\ReturnReason;
use Counterfoil\Payments\Reversals\ReversalReason;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Payments\Settled;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ListensToHooks;

/** Each movement of money leaves its events and fires its hooks once, after the commit, whoever asks and however often. */
final class MoneyIsToldTest extends IntegrationTestCase
{
    use ListensToHooks;
    use PaysInvoices;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        // Whose keys they are is found out with the first payment, and told by itself.
        $this->plugin()->module(PaymentsModule::class)->registry()->current()->account();
        $this->staff = $this->administrator();
    }

    public function test_a_card_payment_and_its_refund(): void
    {
        $invoice = $this->issued($this->client());
        $this->listen();
        $payment = $this->begun($invoice);
        $this->told(['payment.started'], []);
        $this->confirm($payment);
        $this->refreshed($payment);
        $this->told(['payment.succeeded', 'invoice.paid'], ['payment_succeeded', 'invoice_paid']);
        $this->refreshed($payment);
        $this->told([], []);

        $answer = $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => 1000, 'currency' => 'EUR'], 'reason' => 'Too much'], $this->staff, ['Idempotency-Key' => 'once']);
        self::assert_status(200, $answer);
        $this->told(['refund.started', 'refund.made'], ['refund_made']);
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => 1000, 'currency' => 'EUR'], 'reason' => 'Too much'], $this->staff, ['Idempotency-Key' => 'once']));
        $this->told([], []);
    }

    public function test_money_that_is_recorded_by_hand(): void
    {
        $invoice = $this->issued($this->client());
        $this->listen();
        $half = intdiv($invoice->total, 2);
        foreach ([[$half, []], [$invoice->total - $half, ['invoice.paid']]] as [$amount, $more]) {
            self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/offline-payments", [
                'amount' => ['amount' => $amount, 'currency' => 'EUR'],
                'method' => 'bank_transfer',
                'paid_on' => $this->day(),
                'reference' => '',
                'send_receipt' => false,
            ], $this->staff));
            $this->told(['payment.recorded_offline', ...$more], ['payment_succeeded', ...($more === [] ? [] : ['invoice_paid'])]);
        }
        $payment = $this->plugin()->module(PaymentsModule::class)->payments()->of_invoice($invoice->id, Viewer::system())[0];
        foreach ([[['payment.reversed', 'invoice.due_again'], ['payment_reversed', 'invoice_due_again']], [[], []]] as [$events, $hooks]) {
            self::assert_status(200, $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/undo", ['reason' => 'Wrong client'], $this->staff));
            $this->told($events, $hooks);
        }
    }

    public function test_an_invoice_that_is_void(): void
    {
        $invoice = $this->issued($this->client());
        $this->listen();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/void", ['reason' => ''], $this->staff));
        $this->told(['invoice.voided'], ['invoice_voided']);
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/void", ['reason' => ''], $this->staff));
        $this->told([], []);
    }

    /** Nothing to pay is paid: the same is told as of money that came. */
    public function test_an_invoice_over_nothing(): void
    {
        $client = $this->client();
        $this->listen();
        $this->issued($client, ['lines' => [['unit_price' => 0] + $this->line()]]);
        self::assertSame(1, $this->fired['counterfoil_invoice_paid'] ?? 0);
        self::assertSame(1, $this->fired['counterfoil_invoice_issued'] ?? 0);
    }

    /** Every event and hook of money that stands in the code, each from what really causes it, and who is written to because of it. */
    public function test_all_that_can_happen_to_money_is_told_once(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['email' => 'office@agency.test', 'name' => 'Agency'] + $settings->get('business'));
        $client = $this->client();
        $invoices = array_map(fn (): Invoice => $this->issued($client), range(1, 8));
        $this->listen();
        $this->mailed([]);

        // A bank asks, says no, and takes its time with the next try.
        $payment = $this->begun($invoices[0]);
        $this->told(['payment.started'], []);
        $this->confirm($payment, '4000002760003184');
        $this->refreshed($payment);
        $this->told(['payment.requires_action'], []);
        $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'failed']);
        $this->refreshed($payment);
        $this->told(['payment.failed'], []);
        $this->confirm($payment, 'pm_card_processing');
        $this->refreshed($payment);
        $this->told(['payment.processing'], []);
        $this->mailed([]);
        // Days later it does not come; nobody looks at the page any more.
        $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'failed']);
        $this->refreshed($payment);
        $this->told(['payment.failed'], []);
        $this->mailed(['payment_failed to ada@harbour.test', 'payment_problem to office@agency.test']);
        $this->refreshed($payment);
        $this->mailed([]);
        $this->confirm($payment, 'pm_card_processing');
        $this->refreshed($payment);
        $this->told(['payment.processing'], []);
        $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'succeeded']);
        $this->refreshed($payment);
        $this->told(['payment.succeeded', 'invoice.paid'], ['payment_succeeded', 'invoice_paid']);
        $this->mailed(['receipt to ada@harbour.test']);

        // No answer to the first question; later it is found, and nobody goes on with it.
        $this->fault('cut-after', '/v1/payment_intents');
        $lost = $this->begun($invoices[1]);
        $this->told(['payment.started', 'payment.unknown'], []);
        $this->refreshed($lost);
        $this->told(['payment.waits'], []);
        $this->later(86_500);
        $this->told(['payment.cancelled'], []);

        // Paid twice: by hand, and by a card whose cancelling got lost.
        $twice = $this->begun($invoices[2]);
        $this->told(['payment.started'], []);
        foreach (['GET', 'POST'] as $method) {
            $this->stripe->control('POST', 'faults', ['kind' => 'cut-before', 'times' => 4, 'match' => ['method' => $method, 'path' => '/v1/payment_intents/*']]);
        }
        $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoices[2]->id, $invoices[2]->total(), OfflineMethod::BankTransfer, $this->day(), '', false, Actor::system(), 'by hand');
        $this->told(['payment.recorded_offline', 'invoice.paid'], ['payment_succeeded', 'invoice_paid']);
        $this->stripe->control('DELETE', 'faults');
        $this->confirm($twice);
        $this->refreshed($twice);
        $this->told(['payment.succeeded', 'payment.flagged'], ['payment_succeeded']);
        $this->mailed(['unusual_payment to office@agency.test', 'receipt to ada@harbour.test']);

        $this->walk_through_refunds($this->paid($invoices[3]));
        $this->walk_through_a_slow_refund($invoices[5]);
        $this->walk_through_disputes($this->paid($invoices[4]));
        $this->walk_through_a_reversal($this->paid($invoices[6]));
        $this->walk_through_a_debit($invoices[7]);
        // Two are postings of the ledger, which nobody reads as events; KeptMethodsTest tells of the others.
        $this->assert_all_was_told(['payment', 'refund', 'dispute'], ['event payment.received', 'event payment.recorded', 'hook payment_method_kept', 'hook payment_method_removed', 'event payment.keeping_agreed']);
    }

    private function walk_through_refunds(Payment $payment): void
    {
        $this->told(['payment.started', 'payment.succeeded', 'invoice.paid'], ['payment_succeeded', 'invoice_paid']);
        $this->mailed(['receipt to ada@harbour.test']);
        $refund = fn (string $key): Refund => $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(1000, 'EUR'), '', Viewer::system(), $key);

        $made = $refund('made');
        $this->told(['refund.started', 'refund.made'], ['refund_made']);
        $this->mailed(['refund to ada@harbour.test']);
        $this->stripe->control('POST', "refunds/{$made->gateway_refund_id}/advance", ['outcome' => 'failed']);
        $this->plugin()->module(RefundsModule::class)->read_refunds()->handle($payment);
        $this->told(['refund.failed'], ['refund_failed']);
        $this->mailed(['refund_failed to ada@harbour.test', 'refund_problem to office@agency.test']);
        self::assertSame(0, $this->invoice_now_of($payment)->refunded);

        $this->fault('cut-before', '/v1/refunds');
        try {
            $refund('lost');
        } catch (DomainError $error) {
            self::assertSame(502, $error->status);
        }
        $this->told(['refund.started', 'refund.unknown'], []);
        $this->later(200);
        $this->told(['refund.made'], ['refund_made']);
        $this->mailed(['refund to ada@harbour.test']);
    }

    /** @param Closure(Change): ?Settled $what */
    private function twice(Closure $what): void
    {
        $this->plugin()->changes()->run(Actor::system(), $what);
        $this->plugin()->changes()->run(Actor::system(), $what);
    }

    private function walk_through_a_reversal(Payment $payment): void
    {
        $this->told(['payment.started', 'payment.succeeded', 'invoice.paid'], ['payment_succeeded', 'invoice_paid']);
        $reverse = $this->plugin()->module(ReversalsModule::class)->reverse();
        $this->twice(static fn (Change $change): ?Settled => $reverse->reverse($change, $payment, $payment->received, 'dispute:dp_told', ReversalReason::Disputed));
        $this->told(['payment.reversed', 'invoice.due_again'], ['payment_reversed', 'invoice_due_again']);
        $this->twice(static fn (Change $change): ?Settled => $reverse->restore($change, $payment, 'dispute:dp_told'));
        $this->told(['payment.restored', 'invoice.paid'], ['payment_restored', 'invoice_paid']);
    }

    private function walk_through_a_debit(Invoice $invoice): void
    {
        $this->mailed(['receipt to ada@harbour.test']);
        $payment = $this->begun($invoice);
        $this->confirm($payment, 'pm_sepa_debit_returnedFunds');
        $this->refreshed($payment);
        $this->told(['payment.started', 'payment.processing'], []);
        $this->later(1);
        $this->told(['payment.debit_announced'], []);
        $this->mailed(['debit to ada@harbour.test']);
        $this->stripe->control('POST', 'clock', ['offset' => 30 * DAY_IN_SECONDS]);
        $this->refreshed($payment);
        $this->told(['payment.succeeded', 'invoice.paid'], ['payment_succeeded', 'invoice_paid']);
        $this->mailed(['receipt to ada@harbour.test']);
        $answer = new GatewayDispute('du_1', 'test', (string) $payment->gateway_payment_id, DisputeState::Lost, $payment->amount->amount, 'EUR', 'insufficient_funds', null, returned: ReturnReason::InsufficientFunds);
        foreach ([1, 2] as $time) {
            $this->plugin()->module(ReversalsModule::class)->return_debit()->handle($this->refreshed($payment), $answer, 'Stripe');
            $this->told(...($time === 1 ? [['payment.reversed', 'invoice.due_again'], ['payment_reversed', 'invoice_due_again']] : [[], []]));
            $this->mailed($time === 1 ? ['payment_returned to ada@harbour.test', 'payment_problem to office@agency.test'] : []);
        }
    }

    private function walk_through_a_slow_refund(Invoice $invoice): void
    {
        $payment = $this->begun($invoice);
        $this->confirm($payment, 'pm_card_pendingRefund');
        $this->refreshed($payment);
        $this->told(['payment.started', 'payment.succeeded', 'invoice.paid'], ['payment_succeeded', 'invoice_paid']);
        $this->mailed(['receipt to ada@harbour.test']);
        $refund = $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(1000, 'EUR'), '', Viewer::system(), 'slow');
        $this->told(['refund.started', 'refund.pending'], []);
        // The client was told nothing yet, so nothing is taken back.
        $this->stripe->control('POST', "refunds/{$refund->gateway_refund_id}/advance", ['outcome' => 'failed']);
        $this->later(200);
        $this->told(['refund.failed'], ['refund_failed']);
        $this->mailed(['refund_problem to office@agency.test']);
    }

    private function invoice_now_of(Payment $payment): Invoice
    {
        return $this->plugin()->module(InvoicesModule::class)->invoices()->get($payment->invoice_id, Viewer::system());
    }

    private function walk_through_disputes(Payment $payment): void
    {
        $this->told(['payment.started', 'payment.succeeded', 'invoice.paid'], ['payment_succeeded', 'invoice_paid']);
        $this->mailed(['receipt to ada@harbour.test']);
        foreach ([
            ['du_1', 'warning_needs_response', 'inquiry'], ['du_1', 'warning_closed', 'closed'],
            ['du_2', 'needs_response', 'opened'], ['du_2', 'under_review', 'under_review'], ['du_2', 'won', 'won'],
            ['du_3', 'needs_response', 'opened'], ['du_3', 'lost', 'lost'],
        ] as [$dispute, $status, $event]) {
            $this->bank_says($payment, $dispute, $status);
            $this->told(["dispute.{$event}"], ['payment_disputed']);
            $this->mailed($event === 'under_review' ? [] : ['dispute to office@agency.test']);
            $this->bank_says($payment, $dispute, $status);
            $this->told([], []);
        }
        $this->mailed([]);
    }

    private function bank_says(Payment $payment, string $dispute, string $status): void
    {
        $object = ['id' => $dispute, 'object' => 'dispute', 'status' => $status, 'amount' => 12300, 'currency' => 'eur', 'reason' => 'fraudulent', 'livemode' => false, 'payment_intent' => (string) $payment->gateway_payment_id, 'evidence_details' => ['due_by' => null]];
        $fake = $this->stripe->url;
        $this->gatekeeper->answer(static fn (array $request): array|false => $request['url'] === "{$fake}/v1/disputes/{$dispute}" ? Gatekeeper::json($object) : false);
        $body = (string) json_encode(['id' => 'evt_' . bin2hex(random_bytes(6)), 'object' => 'event', 'type' => 'charge.dispute.updated', 'livemode' => false, 'data' => ['object' => $object]]);
        $time = $this->plugin()->clock()->now()->getTimestamp();
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $body, headers: ['Stripe-Signature' => "t={$time},v1=" . hash_hmac('sha256', "{$time}.{$body}", self::WEBHOOK_SECRET)]));
    }

    private int $last_mail = 0;

    /** @param list<string> $mails "receipt to ada@harbour.test", left since this was asked before */
    private function mailed(array $mails): void
    {
        $database = $this->plugin()->database();
        $rows = $database->rows("SELECT id, message, recipient FROM {$database->table('outbox')} WHERE id > ? AND message <> 'invoice' ORDER BY id", [$this->last_mail]);
        self::assertSame($mails, array_map(static fn (array $row): string => "{$row['message']} to {$row['recipient']}", $rows));
        $this->last_mail = max($this->last_mail, 0, ...array_map(static fn (array $row): int => (int) $row['id'], $rows));
    }
}
