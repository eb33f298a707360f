<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Documents\Codes\CreditorReference;
use Counterfoil\Gateways\BankTransfer\BankTransferModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\ListensToHooks;

/** Bank transfer as a way to pay: with no other gateway at all, and without a script. */
final class BankTransferTest extends PortalViewTestCase
{
    use ListensToHooks;

    private const ACCOUNTS = [
        ['number' => 'DE02120300000000202051', 'bic' => 'BYLADEM1001', 'bank' => 'DKB', 'holder' => '', 'currency' => 'EUR'],
        ['number' => 'DE89370400440532013000', 'bic' => '', 'bank' => 'Commerzbank', 'holder' => 'Studio Nord UG', 'currency' => 'EUR'],
    ];

    protected function setUp(): void
    {
        parent::setUp();
        $settings = $this->plugin->settings();
        $settings->set('business', ['legal' => ['bank_accounts' => self::ACCOUNTS]] + $settings->get('business'));
        $this->settings(true);
    }

    public function test_it_is_offered_where_it_is_on_and_an_account_has_the_currency(): void
    {
        $invoice = $this->issued($this->a);
        self::assertStringContainsString("view=transfer&#038;id={$invoice->id}", $this->portal($this->contact_a, ['view' => 'pay', 'id' => $invoice->id])->html, 'Beside what is paid online.');
        self::assertStringContainsString('Pay online', $this->transfer($invoice));
        $this->plugin->settings()->set('stripe', []);
        $page = $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id])->html;
        self::assertStringContainsString("view=transfer&#038;id={$invoice->id}", $page, 'No Stripe: paying leads to the transfer.');
        $page = $this->transfer($invoice);
        foreach (['DE02 1203 0000 0000 2020 51', 'DE89 3704 0044 0532 0130 00', 'BYLADEM1001', 'Studio Nord UG', (string) $invoice->number, 'data-copy="100.00"', 'I have paid'] as $words) {
            self::assertStringContainsString($words, $page);
        }
        self::assertSame(2, substr_count($page, '<svg viewBox='), 'A code for each account.');
        self::assertSame(1, substr_count($page, 'cf-button--primary'));
        self::assertStringNotContainsString('Pay online', $page);
        $settings = $this->plugin->settings();
        $settings->set('business', ['legal' => ['bank_accounts' => self::ACCOUNTS, 'creditor_reference' => true]] + $settings->get('business'));
        $reference = (string) CreditorReference::of((string) $invoice->number);
        $page = $this->transfer($invoice);
        self::assertStringContainsString(CreditorReference::grouped($reference), $page);
        self::assertStringContainsString("data-copy=\"{$reference}\"", $page);

        self::assertStringContainsString('can’t be paid by bank transfer', $this->transfer($this->issued($this->a, ['currency' => 'USD'])));
        $this->settings(false);
        self::assertStringNotContainsString('view=transfer', $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id])->html);
        self::assertStringNotContainsString('IBAN', $this->transfer($invoice));
    }

    public function test_a_client_says_once_that_it_is_paid_and_can_take_it_back(): void
    {
        $invoice = $this->issued($this->a);
        $this->listen();
        $page = $this->transfer($invoice, 'announce', ['sent_on' => $this->today()]);
        self::assertStringContainsString('Transfer announced on', $page);
        self::assertStringNotContainsString('cf-button--primary', $page);
        $this->told(['invoice.opened', 'invoice.transfer_announced'], ['invoice_opened', 'transfer_announced']);
        $this->transfer($invoice, 'announce');
        $this->told([], []);
        self::assertStringContainsString('Transfer announced on', $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id])->html);
        self::assertStringContainsString('Transfer announced on', $this->portal($this->contact_a, ['view' => 'invoices'])->html);
        $seen = $this->rest('GET', "/counterfoil/v1/invoices/{$invoice->id}/transfer", null, $this->administrator())->get_data();
        self::assertSame(['announced' => ['on' => $this->today(), 'sent_on' => $this->today(), 'by' => 'Ada Lindqvist']], $seen);
        $list = (array) $this->rest('GET', '/counterfoil/v1/invoices', null, $this->administrator())->get_data();
        self::assertSame($this->today(), $list['items'][0]['transfer_announced_on']);
        self::assertSame(0, $this->rows_of('payments'), 'It is no payment.');
        self::assertSame($invoice->due()->amount, $this->again_of($invoice)->due()->amount);

        $this->transfer($invoice, 'take-back');
        self::assertSame(0, $this->rows_of('transfer_announcements'));
        $this->told(['invoice.transfer_taken_back'], ['transfer_taken_back']);
    }

    public function test_it_holds_until_something_comes_and_staff_can_take_it_back(): void
    {
        $invoice = $this->issued($this->a);
        $this->transfer($invoice, 'announce');
        $this->plugin->module(PaymentsModule::class)->record_offline()->handle($invoice->id, Money::of(4_000, 'EUR'), OfflineMethod::BankTransfer, $this->today(), '', false, Actor::system(), 'part');
        $invoice = $this->again_of($invoice);
        self::assertStringNotContainsString('Transfer announced on', $this->transfer($invoice));
        self::assertStringContainsString('Transfer announced on', $this->transfer($invoice, 'announce'), 'And of the rest it can be said anew.');
        self::assertSame(200, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/transfer/take-back", [], $this->administrator())->get_status());
        self::assertStringNotContainsString('Transfer announced on', $this->transfer($invoice));
    }

    public function test_reminders_pause_for_the_chosen_days(): void
    {
        $invoice = $this->issued($this->a);
        $this->transfer($invoice, 'announce');
        $transfers = $this->plugin->module(BankTransferModule::class)->transfers();
        $on = fn (int $days): array => $transfers->pausing([$invoice], (new \DateTimeImmutable($this->today()))->modify("+{$days} days")->format('Y-m-d'));
        self::assertSame([[$invoice->id], [$invoice->id], []], [$on(0), $on(4), $on(5)]);
    }

    public function test_abuse_nobody_announces_for_others_by_a_link_or_for_a_day_to_come(): void
    {
        $invoice = $this->issued($this->a);
        $theirs = $this->issued($this->b);
        self::assertSame(404, $this->portal($this->contact_a, ['view' => 'transfer', 'id' => $theirs->id])->status);
        self::assertStringContainsString('open for too long, so nothing was saved', $this->transfer($invoice, 'announce', ['_wpnonce' => 'stale']));
        $this->transfer($invoice, 'announce', method: 'GET');
        self::assertStringContainsString('today or earlier', $this->transfer($invoice, 'announce', ['sent_on' => '2199-01-01']));
        self::assertStringContainsString('today or earlier', $this->transfer($invoice, 'announce', ['sent_on' => '2026-02-31']));
        self::assertSame(0, $this->rows_of('transfer_announcements'));
    }

    /** @param array<string, string> $fields */
    private function transfer(Invoice $invoice, string $says = '', array $fields = [], string $method = 'POST'): string
    {
        wp_set_current_user((int) $this->contact_a->user_id);
        $_POST = $says === '' ? [] : $fields + ['counterfoil_transfer' => $says, '_wpnonce' => wp_create_nonce("counterfoil_transfer_{$invoice->id}")];
        $_SERVER['REQUEST_METHOD'] = $says === '' ? 'GET' : $method;
        $html = $this->portal($this->contact_a, ['view' => 'transfer', 'id' => $invoice->id])->html;
        [$_POST, $_SERVER['REQUEST_METHOD']] = [[], 'GET'];

        return $html;
    }

    private function settings(bool $is_on): void
    {
        $this->plugin->module(BankTransferModule::class)->settings()->save($is_on, 5, Actor::system());
    }

    private function today(): string
    {
        return $this->plugin->module(BusinessModule::class)->calendar()->today();
    }

    private function again_of(Invoice $invoice): Invoice
    {
        return $this->plugin->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system());
    }
}
