<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\SeriesReport;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\Numbers\ReceiptNumbers;
use Counterfoil\Payments\Numbers\ReceiptNumbersModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Receipts\ReceiptsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use RuntimeException;

/** Receipts and refund confirmations have series of their own, without a gap. */
final class ReceiptNumbersTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    public function test_each_gets_the_next_number_of_its_series_when_the_money_is_booked(): void
    {
        $invoice = $this->issued($this->client());
        $payments = [$this->paid($invoice, 100), $this->paid($invoice, 200)];
        $refund = $this->plugin()->module(RefundsModule::class)->refund()->handle($payments[0]->id, Money::of(50, 'EUR'), '', Viewer::system(), 'once');

        self::assertSame(['R-0001', 'R-0002', 'RF-0001'], [...array_map($this->number(...), $payments), $this->numbers()->of(DocumentKind::Refund, $refund->id)]);
        $rows = self::fits('payments.list', $this->rest('GET', '/counterfoil/v1/payments', user: $this->administrator()))['items'];
        self::assertEqualsCanonicalizing(['R-0001', 'R-0002'], array_column($rows, 'receipt'));
        foreach ([DocumentKind::Receipt, DocumentKind::Refund] as $kind) {
            self::assertSame([[], $kind === DocumentKind::Receipt ? 2 : 1], [$this->report($kind)->gaps, $this->report($kind)->tally->count]);
        }
    }

    public function test_money_that_is_not_booked_after_all_gives_its_number_back(): void
    {
        $invoice = $this->issued($this->client());
        try {
            $this->plugin()->changes()->run(Actor::system(), function (Change $change) use ($invoice): void {
                self::assertSame('R-0001', $this->number($this->paid($invoice, 100)));
                throw new RuntimeException('Stopped');
            });
        } catch (RuntimeException) {
        }
        self::assertSame('R-0001', $this->number($this->paid($invoice, 300)));
        self::assertSame([], $this->report(DocumentKind::Receipt)->gaps);
    }

    public function test_a_lost_number_is_seen(): void
    {
        $invoice = $this->issued($this->client());
        $lost = $this->paid($invoice, 100);
        $this->paid($invoice, 100);
        $this->plugin()->database()->delete('receipt_numbers', ['subject_id' => $lost->id]);

        self::assertSame([['first' => 1, 'last' => 1]], $this->report(DocumentKind::Receipt)->gaps);
        $this->forget_all();
    }

    public function test_the_format_is_chosen_like_that_of_invoices(): void
    {
        $series = ['kind' => 'receipt', 'prefix' => 'KP/', 'number_pattern' => '{year}/{number}', 'restart' => 'yearly', 'minimum_digits' => 2, 'next_number' => 7];
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/numbering', ['series' => [$series]], $this->administrator()));
        $payment = $this->paid($this->issued($this->client()), 100);

        self::assertSame('KP/' . gmdate('Y') . '/07', $this->number($payment));
        self::assertSame([], $this->report(DocumentKind::Receipt, gmdate('Y'))->gaps, 'What is left out on purpose is no gap.');
        $file = $this->plugin()->module(ReceiptsModule::class)->receipts()->of_payment($payment->id, Viewer::system());
        self::assertStringNotContainsString('/', (string) preg_replace('/^.*filename="([^"]*)".*$/', '$1', $file->disposition()));
    }

    public function test_money_booked_before_there_were_numbers_gets_one_with_its_receipt(): void
    {
        $payment = $this->paid($this->issued($this->client()), 100);
        $this->forget_all();
        $this->plugin()->module(ReceiptsModule::class)->receipts()->of_payment($payment->id, Viewer::system());

        self::assertSame('R-0001', $this->number($payment));
    }

    /** As if the series had not begun yet. */
    private function forget_all(): void
    {
        $this->plugin()->database()->delete('receipt_numbers', ['kind' => 'receipt']);
        $this->plugin()->database()->delete('number_series', ['kind' => 'receipt']);
    }

    private function paid(Invoice $invoice, int $amount): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice->id, Money::of($amount, 'EUR'), OfflineMethod::Cash, gmdate('Y-m-d'), '', false, Actor::system(), bin2hex(random_bytes(8)));
    }

    private function number(Payment $payment): string
    {
        return $this->numbers()->of(DocumentKind::Receipt, $payment->id);
    }

    private function numbers(): ReceiptNumbers
    {
        return $this->plugin()->module(ReceiptNumbersModule::class)->numbers();
    }

    private function report(DocumentKind $kind, string $period = ''): SeriesReport
    {
        return $this->plugin()->module(DocumentsModule::class)->series_check()->of($kind, $period);
    }
}
