<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** What the agency gave back on purpose stays the client's, whatever the bank does with the rest. */
final class GivenBackAndDisputedTest extends IntegrationTestCase
{
    use HearsOfDisputes;

    private Invoice $invoice;
    private Payment $payment;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->invoice = $this->issued($this->client());
        $this->payment = $this->paid($this->invoice);
    }

    /** @return iterable<string, array{int}> */
    public static function taken(): iterable
    {
        yield 'the rest' => [10_000];
        yield 'all that had come' => [12_300];
        yield 'a part' => [4000];
    }

    #[DataProvider('taken')]
    public function test_only_what_the_bank_took_is_asked_for_and_nothing_once_it_is_won(int $taken): void
    {
        $this->give_back(2300);
        $dispute = $this->disputed($this->payment, ['amount' => $taken]);
        $this->hears($dispute);
        self::assertSame($taken, $this->invoice_now($this->invoice)->due()->amount);

        $this->goes_on($dispute, 'won');
        $this->hears($dispute);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($this->invoice));
    }

    public function test_lost_it_is_paid_again_by_as_much_as_the_bank_took(): void
    {
        $this->give_back(2300);
        $dispute = $this->disputed($this->payment, ['amount' => 10_000]);
        $this->hears($dispute);
        $this->goes_on($dispute, 'lost');
        $this->hears($dispute);
        self::assertSame(10_000, $this->paid($this->invoice_now($this->invoice))->received->amount);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($this->invoice));
    }

    /** Its reason is what was given back, as far as that goes. Before the dispute or after it: the end is the same. */
    public function test_a_credit_note_for_it_takes_the_same_place_whenever_it_is_made(): void
    {
        $this->give_back(2300);
        $dispute = $this->disputed($this->payment, ['amount' => 10_000]);
        $this->hears($dispute);
        $this->plugin()->module(CreditNotesModule::class)->credit()->handle($this->invoice->id, $this->invoice_now($this->invoice)->version, CreditExtent::amount(5000), 'Fewer hours', Surplus::Keep, Viewer::system(), 'note');
        self::assertSame(7300, $this->invoice_now($this->invoice)->due()->amount);
        $this->goes_on($dispute, 'won');
        $this->hears($dispute);
        self::assertSame([Settlement::Paid, 0, 2700], $this->facts($this->invoice));

        $other = $this->issued($this->client('Other', 'other@other.test'));
        $this->payment = $this->paid($other);
        $this->give_back(2300, 'other');
        $this->plugin()->module(CreditNotesModule::class)->credit()->handle($other->id, $this->invoice_now($other)->version, CreditExtent::amount(5000), 'Fewer hours', Surplus::Keep, Viewer::system(), 'other');
        self::assertSame([Settlement::Paid, 0, 2700], $this->facts($other));
    }

    /** The client pays while the bank has it, and then the agency wins: what came twice is the client's, all of it. */
    public function test_paid_again_and_won_as_much_as_came_twice_is_credit(): void
    {
        $this->give_back(2300);
        $dispute = $this->disputed($this->payment, ['amount' => 10_000]);
        $this->hears($dispute);
        $this->paid($this->invoice_now($this->invoice));
        $this->goes_on($dispute, 'won');
        $this->hears($dispute);
        self::assertSame([Settlement::Paid, 0, 10_000], $this->facts($this->invoice));
    }

    public function test_what_came_back_because_the_refund_failed_is_not_given_back(): void
    {
        $refund = $this->give_back(2300);
        $this->hears($this->disputed($this->payment, ['amount' => 10_000]));
        $this->stripe->control('POST', "refunds/{$refund}/advance", ['outcome' => 'failed', 'quiet' => true]);
        $this->plugin()->module(RefundsModule::class)->read_refunds()->handle($this->payment_now($this->payment));
        self::assertSame([Settlement::PartPaid, 10_000, 0], $this->facts($this->invoice));
    }

    /** Whichever of the two is heard of first. */
    public function test_a_refund_from_the_dashboard_is_taken_from_what_there_was_before_the_dispute(): void
    {
        $this->stripe->control('POST', 'refund', ['payment_intent' => $this->payment->gateway_payment_id, 'amount' => 2300, 'quiet' => true]);
        $dispute = $this->disputed($this->payment, ['amount' => 10_000]);
        $this->hears($dispute);
        self::assertSame([10_000, 2300], [$this->invoice_now($this->invoice)->due()->amount, $this->invoice_now($this->invoice)->refunded]);
        $this->goes_on($dispute, 'won');
        $this->hears($dispute);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($this->invoice));
    }

    /** @return string the gateway's id of the refund */
    private function give_back(int $amount, string $key = 'back'): string
    {
        return (string) $this->plugin()->module(RefundsModule::class)->refund()->handle($this->payment->id, Money::of($amount, 'EUR'), '', Viewer::system(), $key)->gateway_refund_id;
    }
}
