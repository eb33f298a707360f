<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reports;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\SendsRestRequests;
use DateTimeImmutable;

/** Lists that are no tables on screen can be taken along as tables too. */
final class ListExportsTest extends IntegrationTestCase
{
    use MakesInvoices;
    use SendsRestRequests;

    public function test_the_email_log_as_a_table_narrowed_as_the_list_is(): void
    {
        $this->clock()->set(new DateTimeImmutable('2026-03-02 10:00:00 UTC'));
        $client = $this->client('=cmd()');
        $invoice = $this->issued($client);
        $this->plugin()->changes()->run(Actor::system(), static function (Change $change) use ($invoice, $client): void {
            $change->event('invoice.resent', [['invoice', $invoice->id]], $client->id);
            foreach (range(1, 120) as $i) {
                $change->mail(new Mail('invoice', "again:{$i}", "=sum@{$i}.test", '', '', $client->id, 1, $invoice->id));
            }
        });
        $lines = $this->csv('/emails/export?state=queued');
        self::assertSame("\u{FEFF}Created,Sent,Email,Recipient,Subject,Status,Reason", $lines[0]);
        self::assertCount(1 + 120 + 1, $lines);
        self::assertStringEndsWith(":00,,Invoice,'=sum@120.test,,Waiting,", $lines[1]);
        self::assertSame([$lines[0]], $this->csv('/emails/export?state=failed'));
    }

    public function test_a_clients_activity_as_a_table(): void
    {
        $client = $this->client();
        $this->issued($client);
        $lines = $this->csv("/clients/{$client->id}/events/export");

        self::assertSame("\u{FEFF}Date,Activity,By", $lines[0]);
        self::assertStringContainsString('INV-0001', implode("\n", $lines));
        self::assert_status(404, $this->rest('GET', '/counterfoil/v1/clients/999999/events/export', null, $this->administrator()));
    }

    /** @return list<string> */
    private function csv(string $path): array
    {
        $file = $this->rest('GET', "/counterfoil/v1{$path}", null, $this->administrator())->get_data();

        return explode("\r\n", trim(implode('', iterator_to_array($file->parts(), false))));
    }
}
