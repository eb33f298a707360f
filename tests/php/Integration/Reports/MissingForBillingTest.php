<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reports;

use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What is said before an invoice goes out, and after its email did not. */
final class MissingForBillingTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    public function test_a_new_site_says_what_clients_would_miss(): void
    {
        $staff = $this->administrator();
        $missing = fn (): array => array_column(self::fits('overview.missing', $this->rest('GET', '/counterfoil/v1/overview/missing', user: $staff))['items'], 'screen', 'id');
        $settings = $this->plugin()->settings();
        $settings->set('business', ['name' => '', 'address' => [], 'tax_id' => ''] + $settings->get('business'));

        self::assertSame(
            ['name' => '/settings/business', 'address' => '/settings/business', 'tax_id' => '/settings/business', 'payments' => '/settings/payments', 'pages' => '/settings/portal'],
            $missing()
        );
        $settings->set('business', ['name' => 'Studio', 'address' => ['line1' => 'Quay 1', 'city' => 'Kiel'], 'tax_id' => 'DE 1'] + $settings->get('business'));
        self::assertSame(['payments', 'pages'], array_keys($missing()));
    }

    public function test_an_invoice_says_how_far_its_email_has_come(): void
    {
        $staff = $this->administrator();
        $mail = fn (int $id): array => self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$id}", user: $staff))['mail'];
        $draft = $this->draft($this->client());
        self::assertSame(['state' => 'none', 'to' => [], 'error' => ''], $mail($draft->id));
        $invoice = $this->issued($this->client('Other', 'eve@other.test'));
        self::assertSame(['state' => 'waiting', 'to' => ['eve@other.test'], 'error' => ''], $mail($invoice->id));

        $database = $this->plugin()->database();
        $set = fn (array $values): int => $database->update('outbox', $values, ['invoice_id' => $invoice->id]);
        $set(['error' => 'Could not connect']);
        self::assertSame(['state' => 'failed', 'to' => ['eve@other.test'], 'error' => 'Could not connect'], $mail($invoice->id));
        $set(['state' => 'failed']);
        self::assertSame('failed', $mail($invoice->id)['state']);
        // Sent again: the newest counts.
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/resend", user: $staff));
        self::assertSame('waiting', $mail($invoice->id)['state']);
        $set(['state' => 'sent', 'error' => '']);
        self::assertSame(['state' => 'sent', 'to' => ['eve@other.test'], 'error' => ''], $mail($invoice->id));
    }
}
