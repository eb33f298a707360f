<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Upkeep;

use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Upkeep\TellOfFailing;

/** A task that keeps failing for a day: the agency is told once. */
final class FailingTest extends IntegrationTestCase
{
    use MakesInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        $settings = $this->plugin()->settings();
        $settings->set('business', ['email' => 'office@agency.test', 'name' => 'Agency'] + $settings->get('business'));
        delete_option(TellOfFailing::OPTION);
        $this->plugin()->database()->insert('queue', ['job' => 'pdf.make', 'subject_id' => 999999, 'due_at' => '2037-01-01 00:00:00', 'failures' => 5, 'error' => 'No space left on device', 'created_at' => '2026-01-01 00:00:00']);
        $this->look();
    }

    public function test_a_day_of_failures_is_told_once(): void
    {
        $this->after('23 hours');
        self::assertSame(0, $this->told());

        $this->after('2 hours');
        $this->after('3 days');
        self::assertSame(1, $this->told());
        $mails = $this->outbox->to('office@agency.test');
        self::assertCount(1, $mails);
        self::assertStringContainsString('Scheduled tasks keep failing', $mails[0]['subject']);
        self::assertStringNotContainsString('No space left', $mails[0]['message'] ?? '');
    }

    public function test_what_got_through_meanwhile_is_not_told_and_what_fails_later_is(): void
    {
        $this->after('23 hours');
        $this->plugin()->database()->update('queue', ['failures' => 0], ['subject_id' => 999999]);
        $this->after('2 hours');
        self::assertSame(0, $this->told());

        $this->plugin()->database()->update('queue', ['failures' => 4], ['subject_id' => 999999]);
        $this->after('1 hour');
        $this->after('23 hours');
        self::assertSame(0, $this->told());
        $this->after('2 hours');
        self::assertSame(1, $this->told());
    }

    private function after(string $time): void
    {
        $this->clock()->set($this->clock()->now()->modify("+{$time}"));
        $this->look();
    }

    private function look(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: [TellOfFailing::JOB, 'mail.send']);
    }

    private function told(): int
    {
        return $this->rows_in('outbox', "message = 'failing'");
    }
}
