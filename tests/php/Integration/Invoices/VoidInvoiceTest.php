<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Emails\Outbox as Letters;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\Outbox;

/** A void invoice says why, to the client and on the timeline. */
final class VoidInvoiceTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const WHY = 'Billed <b>twice</b> "by" mistake [gallery]';

    public function test_the_client_is_told_and_the_timeline_says_why(): void
    {
        $outbox = new Outbox();
        $issued = $this->issued($this->client());
        $this->send_mail();
        $staff = $this->administrator();
        self::fits('invoices.void', $this->rest('POST', "/counterfoil/v1/invoices/{$issued->id}/void", ['reason' => self::WHY], $staff));
        $this->send_mail();

        self::assertCount(2, $outbox->mails);
        $mail = $outbox->mails[1];
        self::assertStringContainsString("Invoice {$issued->number} from", $mail['subject']);
        self::assertStringContainsString('was voided', $mail['subject']);
        self::assertStringContainsString('Billed &lt;b&gt;twice&lt;/b&gt; &quot;by&quot; mistake [gallery]', $mail['message']);
        self::assertSame(["{$issued->number}-void.pdf"], array_keys($mail['attachments']));
        $events = $this->rest('GET', "/counterfoil/v1/invoices/{$issued->id}/events", user: $staff)->get_data()['items'];
        self::assertContains("Invoice {$issued->number} voided: " . self::WHY, array_column($events, 'summary'));
    }

    public function test_a_mail_that_still_waits_is_not_sent_and_nobody_is_told_of_what_they_never_saw(): void
    {
        $outbox = new Outbox();
        $issued = $this->issued($this->client());
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$issued->id}/void", ['reason' => ''], $this->administrator()));
        $this->send_mail();

        self::assertSame([], $outbox->mails);
    }

    public function test_abuse_15_a_reason_is_one_line_of_text(): void
    {
        $issued = $this->issued($this->client());
        foreach ([[], ['reason' => null], ['reason' => ['x']], ['reason' => str_repeat('a', 191)], ['reason' => '', 'status' => 'draft']] as $body) {
            self::assert_status(400, $this->rest('POST', "/counterfoil/v1/invoices/{$issued->id}/void", $body, $this->administrator()));
        }
        self::assertSame(['invoice.created', 'invoice.sent'], $this->happened($issued->id));
    }

    private function send_mail(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: [Letters::JOB]);
    }
}
