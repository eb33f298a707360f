<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Upkeep;

use Counterfoil\Shared\Queue\LastRun;
use Counterfoil\Shared\Queue\Standstill;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadsOverview;

/** Nothing runs what is due: the first request that notices tells the agency, once. */
final class StandstillTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;
    use ReadsOverview;

    private SharedModule $shared;

    protected function setUp(): void
    {
        parent::setUp();
        $this->shared = $this->plugin()->module(SharedModule::class);
        $settings = $this->plugin()->settings();
        $settings->set('business', ['email' => 'office@agency.test', 'name' => 'Agency'] + $settings->get('business'));
        delete_option(LastRun::OPTION);
        $this->shared->worker()->run();
        $this->outbox->mails = [];
    }

    public function test_a_day_without_a_run_is_told_once_by_the_first_request(): void
    {
        $this->after('23 hours');
        $this->request();
        self::assertSame([0, 0], [$this->told(), $this->events()]);

        $this->after('25 hours');
        $this->request();
        $this->request();
        self::assertSame([1, 1], [$this->told(), $this->events()]);
        self::assertCount(1, $this->outbox->to('office@agency.test'), 'Sent by this request: no worker will.');
        self::assertStringContainsString('Scheduled tasks have stopped', $this->outbox->mails[0]['subject']);
    }

    /** Each has read that nobody was told yet. */
    public function test_of_several_requests_that_notice_at_once_one_tells(): void
    {
        $this->after('25 hours');
        $kept = get_option(LastRun::OPTION);
        for ($i = 0; $i < 3; ++$i) {
            update_option(LastRun::OPTION, $kept, true);
            $this->plugin()->provided(Standstill::class)->tell();
        }

        self::assertSame([1, 1], [$this->told(), $this->events()]);
    }

    public function test_the_next_standstill_is_told_anew(): void
    {
        $this->after('25 hours');
        $this->request();
        $this->shared->worker()->run();
        $this->after('26 hours');
        $this->request();
        self::assertSame(1, $this->told());

        $this->after('51 hours');
        $this->request();
        self::assertSame(2, $this->told());
    }

    /** What one request sends of its own is not all that is due. */
    public function test_a_mail_that_left_is_no_run(): void
    {
        $this->after('25 hours');
        $this->shared->worker()->run(only: ['mail.send']);
        $this->request();

        self::assertSame(1, $this->told());
    }

    public function test_a_new_site_and_one_that_was_switched_off_do_not_stand_still(): void
    {
        delete_option(LastRun::OPTION);
        $this->after('40 days');
        $this->request();
        $this->request();

        self::assertSame(0, $this->told());
        self::assertSame($this->now(), LastRun::at());
    }

    public function test_runs_write_once_in_ten_minutes(): void
    {
        $at = LastRun::at();
        $this->after('9 minutes');
        $this->shared->worker()->run();
        self::assertSame($at, LastRun::at());

        $this->after('10 minutes');
        $this->shared->worker()->run();
        self::assertSame($at + 600, LastRun::at());
    }

    public function test_the_overview_says_so_until_it_runs(): void
    {
        $staff = $this->administrator();
        self::assertSame([], self::notices($this->overview_of($staff), 'work'));
        $this->after('25 hours');
        self::assertStringContainsString('Ask your host', self::notices($this->overview_of($staff), 'work')[0][2]);

        $this->shared->worker()->run();
        self::assertSame([], self::notices($this->overview_of($staff), 'work'));
    }

    private function request(): void
    {
        remove_all_actions('shutdown');
        $this->shared->catch_up($this->now());
        // What asks another process to send: there is none that would.
        remove_all_actions('shutdown', 20);
        do_action('shutdown');
    }

    private function after(string $time): void
    {
        $this->clock()->shift((int) strtotime("+{$time}", 0));
    }

    private function now(): int
    {
        return $this->plugin()->clock()->now()->getTimestamp();
    }

    private function told(): int
    {
        return $this->rows_in('outbox', "message = 'standstill'");
    }

    private function events(): int
    {
        return $this->rows_in('events', "type = 'work.stood_still'");
    }
}
