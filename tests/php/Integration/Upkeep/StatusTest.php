<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Upkeep;

use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Queue\LastRun;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\BillRenewal;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Upkeep\StatusCommand;
use Counterfoil\Upkeep\UpkeepModule;

/** What goes on and what does not, by what it is judged, and what to do: the same for the screen, Site Health and the command line. */
final class StatusTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        delete_option(LastRun::OPTION);
    }

    public function test_the_worker_its_backlog_and_the_oldest_task(): void
    {
        $worker = $this->plugin()->module(SharedModule::class)->worker();
        $worker->run();
        $this->plugin()->queue()->put('nobody.does', 7);
        self::assertSame(['good', '1', $this->at('+0 seconds')], [$this->found('work')->status, ...$this->values('work', 1, 2)]);

        // Something runs and does not get through.
        $due = $this->at('+0 seconds');
        $this->clock()->shift(2 * HOUR_IN_SECONDS);
        $worker->run();
        $found = $this->found('work');
        self::assertSame(['recommended', 'Scheduled tasks are behind', $this->at('+0 seconds'), $due], [$found->status, $found->label, ...$this->values('work', 0, 2)]);

        $ran = $this->at('+0 seconds');
        $this->clock()->shift(3 * HOUR_IN_SECONDS);
        $found = $this->found('work');
        self::assertSame(['critical', $ran], [$found->status, $this->values('work', 0)[0]]);
        self::assertStringContainsString("hasn’t run since {$ran}", $found->text);
        self::assertStringContainsString('wp counterfoil work', $found->text);
    }

    public function test_a_task_that_keeps_failing_says_so_and_what_went_wrong(): void
    {
        $worker = $this->plugin()->module(SharedModule::class)->worker();
        $this->plugin()->queue()->put(BillRenewal::JOB, 7);
        $this->plugin()->queue()->put('mail.send', 7);
        $database = $this->plugin()->database();
        $database->execute("UPDATE {$database->table('queue')} SET failures = 5, error = 'No space left on device', due_at = '2099-01-01 00:00:00' WHERE subject_id = 7");
        $worker->run();
        $found = $this->found('work');

        self::assertSame(['critical', '1 scheduled task keeps failing', '1'], [$found->status, $found->label, $this->values('work', 3)[0]]);
        self::assertStringContainsString('subscriptions.bill: No space left on device', $found->text);
    }

    public function test_payments_whose_end_is_not_known(): void
    {
        $client = $this->client();
        self::assertSame(['good', '0', '0', 'None'], [$this->found('payments')->status, ...$this->values('payments', 0, 1, 2)]);
        $with_bank = $this->payment($this->issued($client), 12300, ['state' => 'processing', 'received' => 0, 'succeeded_at' => null]);
        $this->payment($this->issued($client), 12300, ['state' => 'unknown', 'received' => 0, 'succeeded_at' => null]);
        self::assertSame(['good', '1', '1'], [$this->found('payments')->status, ...$this->values('payments', 0, 1)]);

        $this->clock()->shift(2 * HOUR_IN_SECONDS);
        self::assertSame('1 payment isn’t settled', $this->found('payments')->label);
        $this->clock()->shift(15 * DAY_IN_SECONDS);
        self::assertSame('2 payments aren’t settled', $this->found('payments')->label);
        self::assertSame(Finding::moment($this->plugin()->module(PaymentsModule::class)->payments()->get($with_bank, Viewer::system())->created_at->getTimestamp()), $this->values('payments', 2)[0]);
        $this->leave_books_unequal();
    }

    public function test_webhooks_that_should_have_come(): void
    {
        $this->connect_stripe();
        self::assertSame(['good', 'Not yet'], [$this->found('webhooks')->status, $this->values('webhooks', 0)[0]]);
        $invoice = $this->issued($this->client());
        $this->payment($invoice, 12300);
        $this->clock()->shift(2 * HOUR_IN_SECONDS);
        $found = $this->found('webhooks');
        self::assertSame(['recommended', 'No webhooks from Stripe'], [$found->status, $found->label]);
        self::assertStringContainsString('#/settings/payments', $found->url);

        $this->plugin()->database()->insert('gateway_events', ['gateway' => 'stripe', 'event_id' => 'evt_1', 'mode' => 'test', 'type' => 'ping', 'kind' => 'payment', 'object_id' => 'pi_1', 'state' => 'done', 'received_at' => Timestamps::to_row($this->plugin()->clock()->now())]);
        self::assertSame(['good', $this->at('+0 seconds')], [$this->found('webhooks')->status, $this->values('webhooks', 0)[0]]);
        self::assertNotNull($this->plugin()->module(WebhooksModule::class)->events()->last('stripe', 'test'));
    }

    public function test_screen_command_and_site_health_say_the_same_the_worst_first(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->run();
        $this->clock()->shift(3 * HOUR_IN_SECONDS);
        $items = self::fits('status.get', $this->rest('GET', '/counterfoil/v1/settings/status', user: $this->administrator()))['items'];
        self::assertSame(['work', 'critical'], [$items[0]['id'], $items[0]['status']]);

        $findings = $this->plugin()->module(UpkeepModule::class)->status()->findings();
        $fields = $this->information();
        foreach ($items as $item) {
            self::assertSame($item['text'], $findings[$item['id']]->text);
            $tests = apply_filters('site_status_tests', ['direct' => []])['direct'];
            self::assertSame([$item['status'], $item['label']], [$tests["counterfoil_{$item['id']}"]['test']()['status'], $fields[$item['id']]['label']]);
            foreach ($item['readings'] as $number => $reading) {
                self::assertSame($reading, $fields["{$item['id']}_{$number}"]);
                self::assertContains(['reading' => $reading['label'], 'value' => $reading['value'], 'status' => $item['status']], StatusCommand::rows($findings));
            }
        }
    }

    /** @return array<string, array{label: string, value: string}> of WordPress' Site Health → Info */
    private function information(): array
    {
        $this->plugin()->module(UpkeepModule::class)->hooks();

        return apply_filters('debug_information', [])['counterfoil']['fields'];
    }

    private function found(string $name): Finding
    {
        return $this->plugin()->module(UpkeepModule::class)->status()->findings()[$name];
    }

    /** @return list<string> */
    private function values(string $name, int ...$which): array
    {
        $readings = $this->found($name)->readings;

        return array_values(array_map(static fn (int $number): string => $readings[$number]['value'], $which));
    }

    private function at(string $later): string
    {
        return Finding::moment($this->plugin()->clock()->now()->modify($later)->getTimestamp());
    }
}
