<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\Portal\PayPagesModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\Outbox;
use PHPUnit\Framework\Attributes\DataProvider;

/** Receipts of their own, and the day on which the money came. */
final class ReceiptsTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    public function test_the_mail_has_a_receipt_and_the_invoice_as_it_was_and_the_day_of_the_money(): void
    {
        $outbox = new Outbox();
        $kept = [];
        add_filter('pre_wp_mail', static function (mixed $sent, array $mail) use (&$kept): mixed {
            $kept = array_map(static fn (string $file): string => (string) file_get_contents($file), $mail['attachments']);

            return $sent;
        }, 1, 2);
        $invoice = $this->issued($this->client());
        $mailed = $this->plugin()->module(InvoicesModule::class)->archive()->pdf($invoice->id);
        $this->send_mail();
        $payment = $this->paid_on($invoice->id, 12300, $this->day(-3));
        $this->send_mail();

        $mail = $outbox->mails[count($outbox->mails) - 1];
        self::assertSame(["receipt-R-0001.pdf", "{$invoice->number}.pdf"], array_keys($kept));
        self::assertSame($mailed, $kept["{$invoice->number}.pdf"]);
        $came = (new \DateTimeImmutable($this->day(-3)))->format('F j, Y');
        self::assertMatchesRegularExpression('#Received</td>.*?>' . $came . '<#', $mail['message']);
        self::assertStringContainsString('Your receipt and the original invoice, which is now paid, are attached as PDFs.', $mail['message']);
        self::assertStringNotContainsString(' due', strip_tags(substr($mail['message'], (int) strpos($mail['message'], '</style>'))));

        $words = $this->words(array_values($kept)[0]);
        foreach (["Receipt R-0001", "€123.00 received on {$came}", 'Bank transfer', 'TR-17', (string) $invoice->number, 'Amount paid'] as $word) {
            self::assertStringContainsString($word, $words);
        }
        self::assertDoesNotMatchRegularExpression('/\b(due|Pay online)\b/', $words);
    }

    public function test_the_receipt_is_on_its_way_for_a_day(): void
    {
        $invoice = $this->issued($this->client());
        $message = fn (Payment $payment): string => $this->plugin()->module(PayPagesModule::class)->portal_resource()->to_wire(new PaymentView($payment, null))['message'];

        self::assertSame('Thank you. We received your payment, and a receipt is on its way.', $message($this->paid_on($invoice->id, 100, gmdate('Y-m-d'))));
        self::assertSame('Thank you. We received your payment.', $message($this->paid_on($invoice->id, 100, gmdate('Y-m-d', time() - 3 * DAY_IN_SECONDS))));
    }

    public function test_the_invoice_became_paid_on_the_day_of_the_money(): void
    {
        $invoice = $this->issued($this->client());
        $this->paid_on($invoice->id, 12300, $this->day(-3));

        $paid_at = $this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system())->paid_at;
        self::assertNotNull($paid_at);
        self::assertSame($this->day(-3), $this->plugin()->module(BusinessModule::class)->calendar()->day($paid_at));
    }

    public function test_a_receipt_is_made_once_and_of_money_that_came_alone(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid_on($invoice->id, 5000, $this->day());
        $staff = $this->administrator();
        $path = "/counterfoil/v1/payments/{$payment->id}/receipt";
        $first = $this->rest('GET', $path, user: $staff)->get_data();
        self::assertInstanceOf(Download::class, $first);
        self::assertEquals($first, $this->rest('GET', $path, user: $staff)->get_data());
        $failed = $this->payment($invoice, 100, ['state' => 'failed']);

        self::assert_status(404, $this->rest('GET', "/counterfoil/v1/payments/{$failed}/receipt", user: $staff));
        self::assert_status(404, $this->rest('GET', '/counterfoil/v1/payments/999999/receipt', user: $staff));
        self::assert_status(404, $this->rest('GET', '/counterfoil/v1/refunds/999999/receipt', user: $staff));
    }

    public function test_a_refund_has_a_confirmation(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->paid_on($invoice->id, 12300, $this->day(-3));
        $refund = $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, Money::of(2300, 'EUR'), 'Fewer hours', Viewer::system(), 'once');

        $response = $this->rest('GET', "/counterfoil/v1/refunds/{$refund->id}/receipt", user: $this->administrator());
        self::assert_status(200, $response);
        $words = $this->words($response->get_data()->bytes);
        foreach (["Refund confirmation RF-0001", '€23.00 refunded on', 'Fewer hours', (string) $invoice->number] as $word) {
            self::assertStringContainsString($word, $words);
        }
    }

    public function test_a_void_invoices_pdf_says_that_it_is_void_and_the_mailed_one_stays(): void
    {
        $invoices = $this->plugin()->module(InvoicesModule::class);
        $issued = $this->issued($this->client());
        $mailed = $invoices->archive()->pdf($issued->id);
        $void = $this->plugin()->module(IssuingModule::class)->void()->handle($issued->id, Actor::system());

        $download = $invoices->archive()->download($void);
        $words = $this->words($download->bytes);
        self::assertSame("{$issued->number}-void.pdf", $download->filename);
        self::assertStringContainsString("Invoice {$issued->number} (void)", $words);
        self::assertStringContainsString('Void: nothing to pay', $words);
        self::assertDoesNotMatchRegularExpression('/\d due|Pay online/', $words);
        self::assertSame($mailed, $invoices->archive()->pdf($issued->id));
    }

    /** @return iterable<string, array{string, int}> */
    public static function offsets(): iterable
    {
        yield 'UTC+13' => ['+13:00', 13 * 3600];
        yield 'UTC−11' => ['-11:00', -11 * 3600];
        yield 'UTC+5:45' => ['+05:45', 5 * 3600 + 45 * 60];
    }

    #[DataProvider('offsets')]
    public function test_papers_have_the_day_of_a_fixed_offset(string $zone, int $seconds): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['timezone' => $zone] + $settings->get('business'));
        $there = (new \DateTimeImmutable('@' . ($this->plugin()->clock()->now()->getTimestamp() + $seconds)));
        $invoice = $this->issued($this->client());
        $payment = $this->paid_on($invoice->id, 12300, $there->modify('-1 day')->format('Y-m-d'));

        $paper = $this->plugin()->module(InvoicesModule::class)->papers()->of($invoice)->to_array();
        self::assertContains($there->format('F j, Y'), array_column($paper['facts'], 'value'));
        $receipt = $this->rest('GET', "/counterfoil/v1/payments/{$payment->id}/receipt", user: $this->administrator())->get_data();
        self::assertStringContainsString('received on ' . $there->modify('-1 day')->format('F j, Y'), $this->words($receipt->bytes));
    }

    private function paid_on(int $invoice_id, int $amount, string $day): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice_id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, $day, 'TR-17', true, Actor::system(), bin2hex(random_bytes(8)));
    }

    private function send_mail(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: [\Counterfoil\Emails\Outbox::JOB]);
    }

    private function words(string $pdf): string
    {
        $file = (string) tempnam(get_temp_dir(), 'pdf');
        file_put_contents($file, $pdf);
        $words = (string) shell_exec('pdftotext -layout ' . escapeshellarg($file) . ' -');
        wp_delete_file($file);

        return (string) preg_replace('/ +/', ' ', $words);
    }
}
