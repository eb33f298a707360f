<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentFlag;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Several bills, one charge. */
final class SeveralAtOnceTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    /** @var list<Invoice> of one client, the oldest first; the second was issued first */
    private array $bills;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->bills = $this->three('ada@harbour.test');
    }

    public function test_three_bills_are_paid_by_one_charge(): void
    {
        $user = $this->user('subscriber', ['user_email' => 'none@harbour.test']);
        $this->plugin()->database()->update('contacts', ['user_id' => $user, 'access' => 'active'], ['email' => 'ada@harbour.test']);
        $ready = self::fits('portal.pay-chosen', $this->rest('POST', '/counterfoil/v1/portal/payments', ['invoices' => $this->ids()], $user));
        self::assertSame([$this->ids(), 36900], [array_column($ready['invoices'], 'id'), $ready['amount']['amount']]);
        self::assertSame(array_map(static fn (Invoice $bill): ?string => $bill->number, $this->bills), array_column($ready['invoices'], 'number'));
        $sorted = $this->ids();
        sort($sorted);
        self::assertStringContainsString('bills=' . implode('.', $sorted), $ready['gateway']['params']['return_url']);

        $payment = $this->payment_of($ready['id']);
        $this->confirm($payment);
        self::assertSame(PaymentState::Succeeded, $this->refreshed($payment)->state);
        self::assertSame([Settlement::Paid, Settlement::Paid, Settlement::Paid], $this->settlements());
        foreach ($this->bills as $bill) {
            self::assertSame(1, $this->rows_in('events', "type = 'invoice.paid' AND subject_id = {$bill->id}"));
        }
        foreach (array_slice($this->bills, 1) as $bill) {
            // The oldest is what the event is about first; it is on the timelines of the others too.
            self::assertSame(2, $this->rows_in('event_subjects', "subject_type = 'invoice' AND subject_id = {$bill->id}"));
        }
        self::assertSame([1, 36900], [$this->ledger()['charges'], $this->ledger()['charged']]);
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        $text = '';
        add_filter('pre_wp_mail', static function (mixed $sent, array $mail) use (&$text): bool {
            $text .= $mail['message'];

            return true;
        }, 1, 2);
        $this->later(60);
        foreach ($this->bills as $bill) {
            self::assertStringContainsString((string) $bill->number, $text);
        }
        self::assertStringContainsString('We received your payment of €369.00 for 3 invoices. All invoices below are paid in full.', $text);
        $this->assert_books_agree();
    }

    public function test_what_is_chosen_is_added_up_by_the_server_and_others_bills_dont_count(): void
    {
        $user = $this->user('subscriber', ['user_email' => 'none@harbour.test']);
        $this->plugin()->database()->update('contacts', ['user_id' => $user, 'access' => 'active'], ['email' => 'ada@harbour.test']);
        $other = $this->issued($this->client('Other', 'bo@other.test'));
        $sum = fn (array $ids): array => self::fits('portal.chosen', $this->rest('POST', '/counterfoil/v1/portal/invoices/chosen', ['invoices' => $ids], $user));

        self::assertSame(['count' => 2, 'sums' => [['amount' => 24600, 'currency' => 'EUR']], 'words' => '2 invoices selected: €246.00'], $sum(array_slice($this->ids(), 0, 2)));
        self::assertSame(['count' => 0, 'sums' => [], 'words' => ''], $sum([$other->id, 9999]));
        self::assert_status(401, $this->rest('POST', '/counterfoil/v1/portal/invoices/chosen', ['invoices' => $this->ids()]));
    }

    public function test_lists_and_pages_show_the_part_of_each_bill(): void
    {
        $payment = $this->begin();
        self::assertSame([12300, 36900], [$payment->asked_for($this->ids()[1])->amount, $payment->amount->amount]);
        $this->confirm($payment);
        $this->refreshed($payment);
        $staff = $this->administrator();
        $row = self::fits('payments.list', $this->rest('GET', '/counterfoil/v1/payments', null, $staff))['items'][0];
        self::assertSame(array_map(static fn (Invoice $bill): array => ['id' => $bill->id, 'number' => $bill->number, 'amount' => ['amount' => 12300, 'currency' => 'EUR']], $this->bills), $row['invoices']);

        $detail = self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$this->ids()[0]}", null, $staff))['payments'][0];
        self::assertSame([12300, array_slice($this->ids(), 1)], [$detail['applied']['amount'], array_column($detail['others'], 'id')]);
    }

    public function test_mails_about_money_that_goes_back_name_each_bill_with_its_part(): void
    {
        $payment = $this->begin();
        $this->confirm($payment);
        $payment = $this->refreshed($payment);
        $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(20000, 'EUR'), 'Half a month', Viewer::system(), 'several-1');
        $mails = [];
        add_filter('pre_wp_mail', static function (mixed $sent, array $mail) use (&$mails): bool {
            $mails[$mail['subject']] = wp_strip_all_tags($mail['message']);

            return true;
        }, 1, 2);
        $this->later(60);
        $name = $this->plugin()->module(\Counterfoil\Business\BusinessModule::class)->business()->name;
        $text = html_entity_decode($mails["Refund of €200.00 from {$name}"] ?? '', ENT_QUOTES);

        self::assertStringContainsString('refunded €200.00 of your payment for invoices', $text);
        self::assertMatchesRegularExpression('/' . $this->bills[2]->number . '\s*€123\.00/', $text);
        self::assertMatchesRegularExpression('/' . $this->bills[1]->number . '\s*€77\.00/', $text);
    }

    public function test_abuse_32_the_same_bills_clicked_again_are_the_same_payment(): void
    {
        $first = $this->begin();
        self::assertSame($first->id, $this->begin(array_reverse($this->ids()))->id);
        self::assertSame(1, $this->calls('/v1/payment_intents'));
    }

    public function test_what_only_waits_for_its_payer_makes_room_for_other_bills(): void
    {
        $alone = $this->begun($this->bills[1]);
        $all = $this->begin();
        self::assertNotSame($alone->id, $all->id);
        self::assertSame(PaymentState::Cancelled, $this->payment_of($alone->id)->state);

        $two = $this->begin([$this->bills[0]->id, $this->bills[2]->id]);
        self::assertSame([PaymentState::Cancelled, 24600], [$this->payment_of($all->id)->state, $two->amount->amount]);
        $this->confirm($two);
        $this->refreshed($two);
        self::assertSame([Settlement::Paid, Settlement::Unpaid, Settlement::Paid], $this->settlements());
        $this->assert_books_agree();
    }

    public function test_of_bills_of_which_one_is_being_paid_none_is_begun_and_it_is_named(): void
    {
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit']);
        $slow = $this->begun($this->bills[2]);
        $this->confirm($slow, 'pm_sepa_debit');
        self::assertSame(PaymentState::Processing, $this->refreshed($slow)->state);

        $error = $this->refused($this->ids());
        self::assertSame(['in_progress', 409], [$error->reason, $error->status]);
        self::assertStringContainsString((string) $this->bills[2]->number, $error->getMessage());
        self::assertSame([], $this->plugin()->module(PaymentsModule::class)->payments()->of_invoice($this->bills[0]->id, Viewer::system()));
        self::assertSame(1, $this->calls('/v1/payment_intents'));
    }

    public function test_abuse_28_33_a_list_with_what_is_not_to_be_paid_begins_nothing(): void
    {
        $foreign = $this->issued($this->client('Other', 'other@other.test'));
        self::assertSame(404, $this->refused([...$this->ids(), $foreign->id])->status);
        $draft = $this->draft($this->client_of($this->bills[0]));
        self::assertSame(404, $this->refused([...$this->ids(), $draft->id])->status);
        $dollars = $this->issued($this->client_of($this->bills[0]), ['currency' => 'USD']);
        self::assertSame('other_currency', $this->refused([...$this->ids(), $dollars->id])->reason);
        self::assertSame(400, $this->refused([])->status);
        self::assertSame(0, $this->calls('/v1/payment_intents'));

        $this->paid($this->bills[1]);
        self::assertSame(409, $this->refused($this->ids())->status);
        self::assertSame(1, $this->calls('/v1/payment_intents'));
    }

    public function test_abuse_29_less_than_asked_pays_the_oldest_first(): void
    {
        $payment = $this->begin();
        $this->stripe->control('POST', 'tamper', ['payment_intent' => $payment->gateway_payment_id, 'amount' => 20000]);
        self::assertSame(PaymentFlag::OtherAmount, $this->refreshed($payment)->flag);
        self::assertSame([Settlement::Paid, Settlement::PartPaid, Settlement::Unpaid], $this->settlements());
        self::assertSame(4600, $this->invoice_now($this->bills[1])->due()->amount);
        $this->assert_books_agree();
    }

    public function test_a_bill_paid_elsewhere_meanwhile_ends_what_waits_for_its_payer(): void
    {
        $payment = $this->begin();
        $this->payment($this->bills[0], 12300);
        $again = $this->begin([$this->bills[1]->id, $this->bills[2]->id]);
        self::assertSame([PaymentState::Cancelled, 24600], [$this->payment_of($payment->id)->state, $again->amount->amount]);
    }

    public function test_a_refund_is_taken_from_the_bills_one_by_one_newest_first(): void
    {
        $payment = $this->begin();
        $this->confirm($payment);
        $this->refreshed($payment);
        $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(15000, 'EUR'), '', Viewer::system(), 'back');
        self::assertSame([0, 2700, 12300], array_map(fn (Invoice $bill): int => $this->invoice_now($bill)->refunded, $this->bills));
        $this->assert_books_agree();
    }

    public function test_each_pro_forma_among_them_makes_its_invoice(): void
    {
        $client = $this->client_of($this->bills[0]);
        $pro_formas = [$this->issued($client, ['kind' => 'pro_forma']), $this->issued($client, ['kind' => 'pro_forma'])];
        $payment = $this->begin([$this->bills[0]->id, $pro_formas[0]->id, $pro_formas[1]->id]);
        $this->confirm($payment);
        $done = $this->refreshed($payment);
        self::assertSame([Settlement::Invoiced, Settlement::Invoiced], array_map(fn (Invoice $one): Settlement => $this->invoice_now($one)->settlement, $pro_formas));
        self::assertSame(Settlement::Paid, $this->invoice_now($this->bills[0])->settlement);
        self::assertCount(3, array_unique(array_column($done->allocations, 'invoice_id')));
        self::assertSame([], array_intersect(array_column($done->allocations, 'invoice_id'), [$pro_formas[0]->id, $pro_formas[1]->id]));
        $this->assert_books_agree();
    }

    public function test_killed_while_beginning_and_while_settling(): void
    {
        // Every one of them: COUNTERFOIL_ROUNDS=1.
        $stride = getenv('COUNTERFOIL_ROUNDS') === false ? 3 : 1;
        for ($step = 1, $rounds = 0; $step < 150; $step += $stride) {
            $rounds++;
            $this->bills = $this->three("client{$step}@harbour.test");
            $killed = Killed::at($step, fn () => $this->begin());
            if ($rounds % 2 === 0) {
                $this->asked_later(400);
            }
            $payment = $this->begin();
            $this->confirm($payment);
            $killed = Killed::at($step, fn () => $this->refreshed($payment)) || $killed;
            $this->asked_later(400);
            self::assertSame([Settlement::Paid, Settlement::Paid, Settlement::Paid], $this->settlements(), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(12, $step);
        self::assertSame($rounds, $this->ledger()['charges']);
        self::assertSame($rounds, $this->rows_in('outbox', "message = 'receipt'"));
        $this->assert_books_agree();
    }

    /** @return list<Invoice> */
    private function three(string $email): array
    {
        $client = $this->client("Harbour of {$email}", $email);
        [$second, $first, $third] = [$this->issued($client, ['due_date' => $this->day(7)]), $this->issued($client, ['due_date' => $this->day(3)]), $this->issued($client, ['due_date' => $this->day(7)])];

        return [$first, $second, $third];
    }

    /** @param list<int>|null $ids all three when left out */
    private function begin(?array $ids = null): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->pay()->chosen(Wanted::all($ids ?? $this->ids()), $this->bills[0]->client_id, Actor::contact(1, 'Ada Lindqvist'))->payment;
    }

    /** @param list<int> $ids */
    private function refused(array $ids): DomainError
    {
        try {
            $this->begin($ids);
        } catch (DomainError $error) {
            return $error;
        }
        self::fail('It was begun.');
    }

    /** @return list<int> */
    private function ids(): array
    {
        return array_map(static fn (Invoice $bill): int => $bill->id, $this->bills);
    }

    private function payment_of(int $id): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->payments()->get($id, Viewer::system());
    }

    private function client_of(Invoice $bill): Client
    {
        return $this->plugin()->module(ClientsModule::class)->clients()->get($bill->client_id, Viewer::system());
    }

    /** @return list<Settlement> */
    private function settlements(): array
    {
        return array_map(fn (Invoice $bill): Settlement => $this->invoice_now($bill)->settlement, $this->bills);
    }
}
