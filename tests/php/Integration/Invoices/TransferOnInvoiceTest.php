<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Business\BankAccount;
use Counterfoil\Business\Business;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Business\BusinessRepository;
use Counterfoil\Business\LegalProfile;
use Counterfoil\Documents\Codes\CreditorReference;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Tests\Support\IntegrationTestCase;

final class TransferOnInvoiceTest extends IntegrationTestCase
{
    use MakesInvoices;

    public function test_an_issued_invoice_says_how_to_transfer_its_sum(): void
    {
        $this->accounts(new BankAccount('PL61109010140000071219812874', currency: 'PLN'), new BankAccount('DE02120300000000202051', 'BYLADEM1001', 'DKB'));
        $client = $this->client();
        $invoice = $this->issued($client);
        $paper = $this->plugin()->module(InvoicesModule::class)->archive()->paper($invoice->id);
        $transfer = $paper?->transfer;

        self::assertSame(['Northfield', 'IBAN DE02 1203 0000 0000 2020 51', 'BIC BYLADEM1001', 'DKB', "Reference: {$invoice->number}"], $transfer['lines'] ?? null);
        self::assertSame(
            sprintf("BCD\n002\n1\nSCT\nBYLADEM1001\nNorthfield\nDE02120300000000202051\nEUR%d.%02d\n\n\n%s", intdiv($invoice->total, 100), $invoice->total % 100, $invoice->number),
            $transfer['code']['text'] ?? null
        );
        // Its PDF was kept as it was; what changes afterwards is for others.
        $this->accounts();
        self::assertNotNull($this->plugin()->module(InvoicesModule::class)->archive()->paper($invoice->id)->transfer ?? null);
    }

    public function test_a_draft_names_the_account_and_has_no_code_yet(): void
    {
        $this->accounts(new BankAccount('DE02120300000000202051'));
        $draft = $this->draft($this->client());
        $paper = $this->plugin()->module(InvoicesModule::class)->papers()->of($draft);

        self::assertSame(['Northfield', 'IBAN DE02 1203 0000 0000 2020 51'], $paper->transfer['lines'] ?? null);
        self::assertNull($paper->transfer['code'] ?? null);
    }

    public function test_nothing_is_said_without_an_account_of_its_currency_and_no_code_where_the_currency_has_none(): void
    {
        $this->accounts(new BankAccount('PL61109010140000071219812874', currency: 'PLN'));
        self::assertNull($this->plugin()->module(InvoicesModule::class)->papers()->of($this->draft($this->client()))->transfer);
        $this->accounts(new BankAccount('000123456789', currency: 'USD'));
        $invoice = $this->issued($this->client('US', 'us@x.test', currency: 'USD'), ['currency' => 'USD']);
        $transfer = $this->plugin()->module(InvoicesModule::class)->archive()->paper($invoice->id)?->transfer;

        self::assertSame(['Northfield', 'Account 000123456789', "Reference: {$invoice->number}"], $transfer['lines'] ?? null);
        self::assertNull($transfer['code'] ?? null);
    }

    public function test_it_asks_for_a_creditor_reference_where_the_business_wants_that(): void
    {
        $this->business(new LegalProfile(bank_accounts: [new BankAccount('DE02120300000000202051')], creditor_reference: true));
        $invoice = $this->issued($this->client());
        $reference = (string) CreditorReference::of((string) $invoice->number);
        $transfer = $this->plugin()->module(InvoicesModule::class)->archive()->paper($invoice->id)->transfer ?? null;

        self::assertTrue(CreditorReference::is($reference));
        self::assertContains('Reference: ' . CreditorReference::grouped($reference), $transfer['lines'] ?? []);
        self::assertStringEndsWith("\n{$reference}\n", $transfer['code']['text'] ?? '');
        self::assertStringContainsString((string) $invoice->number, $this->plugin()->module(InvoicesModule::class)->archive()->paper($invoice->id)->title ?? '');
    }

    private function accounts(BankAccount ...$accounts): void
    {
        $this->business(new LegalProfile(bank_accounts: array_values($accounts)));
    }

    private function business(LegalProfile $legal): void
    {
        $now = get_object_vars($this->plugin()->module(BusinessModule::class)->business());
        (new BusinessRepository($this->plugin()->settings()))->save(new Business(...['name' => 'Northfield', 'legal' => $legal] + $now));
    }
}
