<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Payments\Links\RevokeLinks;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Law 7: a bill that was issued has a link for each who is mailed; one that was not has none, and nobody is mailed. */
final class KilledLinksTest extends IntegrationTestCase
{
    use PaysInvoices;

    private const MOST_STEPS = 120;

    public function test_abuse_55_killed_while_issuing_and_while_revoking(): void
    {
        $links = $this->plugin()->module(LinksModule::class);
        $invoices = $this->plugin()->module(InvoicesModule::class)->invoices();
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $addresses = ["ada{$step}@harbour.test", "bo{$step}@harbour.test"];
            $draft = $this->draft($this->client_of_two($step, $addresses));
            $issue = fn () => $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
            $killed = Killed::at($step, $issue);

            $is_issued = ! $invoices->get($draft->id, Viewer::system())->is_draft();
            self::assertSame($is_issued ? [2, 2] : [0, 0], [$this->rows_in('pay_links', "invoice_id = {$draft->id}"), $this->rows_in('outbox', "invoice_id = {$draft->id}")], "Step {$step}");
            $is_issued || $issue();
            foreach ($addresses as $address) {
                $link = $links->links()->current($draft->id, $address);
                self::assertSame([$draft->id, $address], [$links->live()->must($link)->invoice->id, $link?->recipient], "Step {$step}");
            }

            $revoke = fn (): int => (new RevokeLinks($this->plugin()->changes(), $links->links(), $invoices))->handle($draft->id, Viewer::system());
            $killed = Killed::at($step, $revoke) || $killed;
            $left = $this->rows_in('pay_links', "invoice_id = {$draft->id} AND revoked_at IS NULL");
            self::assertContains($left, [0, 2], "Step {$step}");
            self::assertSame($left, $revoke(), "Step {$step}");
            self::assertSame([2, 2], [$this->rows_in('pay_links', "invoice_id = {$draft->id}"), $this->rows_in('pay_links', "invoice_id = {$draft->id} AND revoked_at IS NOT NULL AND is_current IS NULL")], "Step {$step}");
            self::assertSame(1, count(array_keys($this->happened($draft->id), 'invoice.links_revoked', true)), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(10, $step);
        self::assertLessThan(self::MOST_STEPS, $step);
    }

    /** @param array{string, string} $addresses of its contacts, both of whom bills are mailed to */
    private function client_of_two(int $number, array $addresses): Client
    {
        $client = $this->client("Client {$number}", $addresses[0]);
        $clients = $this->plugin()->module(ClientsModule::class);
        $clients->contacts()->insert($client->id, $clients->roles()->default()->id, 'Bo Marsh', $addresses[1]);

        return $client;
    }
}
