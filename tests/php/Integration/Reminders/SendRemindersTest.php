<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reminders;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Reminders\RemindersModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;

final class SendRemindersTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const MAIL = 'ada@harbour.test';

    private int $staff;
    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
        $this->at('2026-12-01 09:00');
        $this->client = $this->client();
    }

    public function test_they_are_off_until_somebody_turns_them_on(): void
    {
        $this->due('2026-12-10');
        $this->at('2026-12-11 09:00');
        $this->work();

        self::assertSame([], $this->reminders());
        self::assertSame(['is_on' => false, 'days' => [-3, 1, 7, 14]], self::fits('reminders.get', $this->rest('GET', '/counterfoil/v1/settings/reminders', null, $this->staff)));
    }

    public function test_an_invoice_is_reminded_of_by_the_schedule_once_a_step(): void
    {
        $this->turn_on([-3, 0, 7]);
        $invoice = $this->due('2026-12-10');
        $subjects = [];
        foreach (['2026-12-06 10:00', '2026-12-07 10:00', '2026-12-07 16:00', '2026-12-09 10:00', '2026-12-10 10:00', '2026-12-17 10:00', '2026-12-18 10:00', '2026-12-31 10:00'] as $moment) {
            $this->at($moment);
            $this->outbox->mails = [];
            $this->work();
            $subjects[$moment] = array_column($this->reminders(), 'subject');
        }
        $subject = ["Reminder: invoice {$invoice->number} from {$this->sender()}"];

        self::assertSame([[], $subject, [], [], $subject, $subject, [], []], array_values($subjects));
        self::assertSame(3, count(array_keys($this->happened($invoice->id), 'invoice.reminded', true)));
    }

    public function test_what_it_says_fits_the_day(): void
    {
        $this->turn_on([-3, 0, 7]);
        $this->due('2026-12-10');
        $said = [];
        foreach (['2026-12-07 10:00', '2026-12-10 10:00', '2026-12-17 10:00'] as $moment) {
            $this->at($moment);
            $this->outbox->mails = [];
            $this->work();
            $said[] = html_entity_decode(wp_strip_all_tags($this->reminders()[0]['message']), ENT_QUOTES | ENT_HTML5);
        }

        self::assertStringContainsString('is due on December 10, 2026', $said[0]);
        self::assertStringContainsString('is due today', $said[1]);
        self::assertStringContainsString('It was due on December 10, 2026', $said[2]);
        self::assertCount(1, $this->reminders()[0]['attachments']);
    }

    public function test_several_invoices_of_a_client_come_in_one_mail(): void
    {
        $this->turn_on([0]);
        $invoices = [$this->due('2026-12-10'), $this->due('2026-12-10'), $this->due('2026-12-09')];
        $this->at('2026-12-10 09:00');
        $this->work();
        $mails = $this->reminders();

        self::assertCount(1, $mails);
        self::assertSame("Reminder: 3 invoices from {$this->sender()}", $mails[0]['subject']);
        self::assertCount(3, $mails[0]['attachments']);
        foreach ($invoices as $invoice) {
            self::assertStringContainsString((string) $invoice->number, $mails[0]['message']);
            self::assertContains('invoice.reminded', $this->happened($invoice->id));
        }
    }

    public function test_nobody_is_reminded_at_night(): void
    {
        $this->turn_on([0]);
        $this->due('2026-12-10');
        $this->at('2026-12-10 07:59');
        $this->work();
        self::assertSame([], $this->reminders());
        $this->at('2026-12-10 08:00');
        $this->work();
        self::assertCount(1, $this->reminders());
    }

    public function test_not_while_money_is_on_its_way_and_not_of_what_is_paid_or_void(): void
    {
        $this->turn_on([0]);
        $under_way = $this->due('2026-12-10');
        $this->payment($under_way, $under_way->total, ['state' => 'processing'], true);
        $paid = $this->due('2026-12-10');
        $this->pay($paid, '2026-12-01');
        $void = $this->due('2026-12-10');
        $this->plugin()->module(IssuingModule::class)->void()->handle($void->id, Actor::system());
        $this->at('2026-12-10 09:00');
        $this->work();

        self::assertSame([], $this->reminders());
    }

    public function test_not_while_its_money_is_held_by_a_dispute_that_is_not_decided(): void
    {
        $this->turn_on([0, 3]);
        $invoice = $this->due('2026-12-10');
        $payments = $this->plugin()->module(PaymentsModule::class)->payments();
        $payment = $payments->get($this->payment($invoice, $invoice->total), Viewer::system());
        $record = $this->plugin()->module(WebhooksModule::class)->record_dispute();
        $says = fn (DisputeState $state) => $record->handle($payment, new GatewayDispute('du_1', 'test', '', $state, $invoice->total, 'EUR', 'fraudulent', null, taken: $invoice->total, movements: 1), 'Stripe');
        $says(DisputeState::Opened);
        $this->at('2026-12-10 09:00');
        $this->work();
        self::assertTrue($this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system())->is_payable());
        self::assertSame([], $this->reminders());

        $says(DisputeState::Lost);
        $this->at('2026-12-13 09:00');
        $this->work();
        self::assertCount(1, $this->reminders());
    }

    public function test_of_several_those_with_money_on_its_way_are_left_out(): void
    {
        $this->turn_on([0]);
        $under_way = $this->due('2026-12-10');
        $this->payment($under_way, $under_way->total, ['state' => 'processing'], true);
        $due = $this->due('2026-12-10');
        $this->at('2026-12-10 09:00');
        $this->work();

        self::assertSame(["Reminder: invoice {$due->number} from {$this->sender()}"], array_column($this->reminders(), 'subject'));
        self::assertNotContains('invoice.reminded', $this->happened($under_way->id));
    }

    public function test_what_was_paid_after_the_mail_was_left_is_not_sent(): void
    {
        $this->turn_on([0]);
        $invoice = $this->due('2026-12-10');
        $this->at('2026-12-10 09:00');
        $this->plugin()->module(RemindersModule::class)->send()->handle();
        $this->pay($invoice, '2026-12-10');
        $this->work();

        self::assertSame([], $this->reminders());
    }

    public function test_a_client_can_be_left_alone(): void
    {
        $this->turn_on([0]);
        $this->due('2026-12-10');
        $path = "/counterfoil/v1/clients/{$this->client->id}/reminders";
        self::assertSame(['is_on' => true], self::fits('reminders.of-client', $this->rest('GET', $path, null, $this->staff)));
        self::assertSame(['is_on' => false], self::fits('reminders.change', $this->rest('PUT', $path, ['is_on' => false], $this->staff)));
        $this->at('2026-12-10 09:00');
        $this->work();
        self::assertSame([], $this->reminders());
        self::fits('reminders.change', $this->rest('PUT', $path, ['is_on' => true], $this->staff));
        self::fits('reminders.change', $this->rest('PUT', $path, ['is_on' => true], $this->staff));
        $this->work();

        self::assertCount(1, $this->reminders());
        self::assertSame(1, $this->rows_in('events', "type = 'client.reminders_on'"));
    }

    public function test_turning_them_on_does_not_wake_old_debts(): void
    {
        $this->due('2026-12-02');
        $this->at('2026-12-20 09:00');
        $this->turn_on([1, 7, 14]);
        $this->at('2026-12-20 10:00');
        $this->work();

        self::assertSame([], $this->reminders());
    }

    public function test_a_schedule_without_days_can_not_be_on_and_days_are_sorted(): void
    {
        self::refused(400, ['/days'], $this->rest('PUT', '/counterfoil/v1/settings/reminders', ['is_on' => true, 'days' => []], $this->staff));
        self::refused(400, ['/days/0'], $this->rest('PUT', '/counterfoil/v1/settings/reminders', ['is_on' => true, 'days' => [-31]], $this->staff));
        self::assertSame([-3, 0, 7], $this->turn_on([7, 0, -3, 7])['days']);
    }

    public function test_late_fees_are_mentioned_only_where_that_is_wanted_and_with_todays_sum(): void
    {
        $this->turn_on([1, 7]);
        $this->due('2026-12-10');
        $said = [];
        foreach (['2026-12-11 10:00' => false, '2026-12-17 10:00' => true] as $moment => $is_wanted) {
            $this->late_fees($is_wanted, 14);
            $this->at($moment);
            $this->outbox->mails = [];
            $this->work();
            $said[] = $this->reminders()[0]['message'];
        }
        self::assertStringNotContainsString('late fee', $said[0]);
        self::assertStringContainsString('If the invoice isn’t paid by December 24, 2026, we may charge a late fee of €2.46.', $said[1]);

        $this->late_fees(true, 0);
        $this->due('2026-12-17');
        $this->at('2026-12-18 10:00');
        $this->outbox->mails = [];
        $this->work();
        self::assertStringContainsString('Because the invoice is overdue, we may charge a late fee of €2.46.', $this->reminders()[0]['message']);

        [$one, $other] = [$this->due('2026-12-20'), $this->due('2026-12-20')];
        $this->at('2026-12-21 10:00');
        $this->outbox->mails = [];
        $this->work();
        self::assertStringContainsString("late fee for invoices that stay unpaid: {$one->number}: €2.46, {$other->number}: €2.46.", $this->reminders()[0]['message']);
    }

    public function test_own_words_may_name_the_late_fee_and_it_goes_where_there_is_none(): void
    {
        $this->turn_on([1, 7]);
        $texts = ['message' => 'reminder', 'is_on' => true, 'texts' => [['locale' => 'en_US', 'subject' => '', 'body' => "Pay {number}.\n\n{late_fee}\n\nBye."]]];
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/emails', ['is_branded' => true, 'footer' => '', 'reply_to' => '', 'finance_email' => '', 'messages' => [$texts]], $this->staff));
        $invoice = $this->due('2026-12-10');
        $said = [];
        foreach (['2026-12-11 10:00' => false, '2026-12-17 10:00' => true] as $moment => $is_wanted) {
            $this->late_fees($is_wanted, 0);
            $this->at($moment);
            $this->outbox->mails = [];
            $this->work();
            preg_match_all('#<p[^>]*color:\#2b3035[^>]*>(.*?)</p>#', $this->reminders()[0]['message'], $paragraphs);
            $said[] = $paragraphs[1];
        }

        self::assertSame(["Pay {$invoice->number}.", 'Bye.'], $said[0]);
        self::assertSame(["Pay {$invoice->number}.", 'Because the invoice is overdue, we may charge a late fee of €2.46.', 'Bye.'], $said[1]);
    }

    private function late_fees(bool $in_reminders, int $grace_days): void
    {
        $settings = ['is_on' => true, 'kind' => 'monthly', 'percent' => '2', 'amounts' => [], 'grace_days' => $grace_days, 'in_reminders' => $in_reminders];
        self::fits('late-fees.update', $this->rest('PUT', '/counterfoil/v1/settings/late-fees', $settings, $this->staff));
    }

    /**
     * @param list<int> $days
     * @return array<string, mixed>
     */
    private function turn_on(array $days): array
    {
        return self::fits('reminders.update', $this->rest('PUT', '/counterfoil/v1/settings/reminders', ['is_on' => true, 'days' => $days], $this->staff));
    }

    private function due(string $day): Invoice
    {
        return $this->issued($this->client, ['due_date' => $day]);
    }

    /** Where the business is. */
    private function at(string $moment): void
    {
        $this->clock()->set(new DateTimeImmutable($moment, $this->plugin()->module(BusinessModule::class)->calendar()->zone));
    }

    private function work(): void
    {
        $worker = $this->plugin()->module(SharedModule::class)->worker();
        $this->plugin()->module(RemindersModule::class)->send()->handle();
        $worker->run(only: ['mail.send']);
    }

    /** @return list<array{subject: string, message: string, attachments: array<array-key, string>}> */
    private function reminders(): array
    {
        return array_values(array_filter($this->outbox->to(self::MAIL), static fn (array $mail): bool => str_starts_with($mail['subject'], 'Reminder: ')));
    }

    private function sender(): string
    {
        return $this->plugin()->module(PortalsModule::class)->portals()->default()->name;
    }

    private function pay(Invoice $invoice, string $day): void
    {
        $body = ['amount' => ['amount' => $invoice->total, 'currency' => 'EUR'], 'method' => 'cash', 'paid_on' => $day, 'reference' => '', 'send_receipt' => false];
        self::fits('invoices.mark-paid', $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/offline-payments", $body, $this->staff, ['Idempotency-Key' => "pay-{$invoice->id}"]));
    }
}
