<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\TestSite;
use Counterfoil\Tests\Support\WebServer;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Law 7, abuse case 37: two web servers of one site, each with an object cache of its own, are asked for the same due work; one
 * of them is killed in the middle, and the other one finishes.
 */
final class TwoNodesTest extends CommittingTestCase
{
    use ChargesSubscriptions;

    private const CLIENTS = 4;
    private const TICK = '/wp-cron.php';

    /** Seconds after which what a node should do by then has gone wrong. */
    private const PATIENCE = 30;

    /** @var list<Client> */
    private array $clients = [];

    /** @var array<string, WebServer> by folder */
    private array $nodes = [];

    /** @var array<string, array{resource, resource}> where a node says that it waits, and is told to go on; by folder */
    private array $signals = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->at('2027-01-01 09:00');
        for ($number = 1; $number <= self::CLIENTS; $number++) {
            $this->clients[] = $client = $this->client("Client {$number}", "client{$number}@harbour.test");
            $this->kept($client);
            $this->subscribe($client, ['starts_on' => '2027-01-02']);
        }
    }

    protected function tearDown(): void
    {
        foreach ($this->nodes as $folder => $node) {
            $node->stop();
            array_map(fclose(...), $this->signals[$folder]);
            array_map(unlink(...), [...glob("{$folder}/cache/*") ?: [], ...array_filter(glob("{$folder}/*") ?: [], static fn (string $path): bool => ! is_dir($path))]);
            rmdir("{$folder}/cache");
            rmdir($folder);
        }
        putenv('COUNTERFOIL_NODE');
        parent::tearDown();
    }

    /** @return iterable<string, array{string, string, int}> the step at which the first node waits for the second one, the one before which it is killed while both are at work, and at which time that it gets there */
    public static function steps(): iterable
    {
        yield 'the card network has charged, and nobody has read its answer' => ['bill together: INSERT invoices', 'charge together: answered', 2];
        if (TestSite::engine() === 'sqlite') {
            // Sites of several web servers have a database server; what is left is known already.
            return;
        }
        yield 'in the change that gives a number' => ['claim: INSERT renewals', 'issue: UPDATE invoices', 1];
    }

    #[DataProvider('steps')]
    public function test_one_node_is_killed_and_the_other_finishes(string $waits, string $killed, int $time): void
    {
        [$first, $second] = [$this->node([$waits => 1, $killed => $time]), $this->node(['any' => 1])];
        $this->ahead('2027-01-02 09:00');

        $left = $this->nodes[$first]->begin('GET', self::TICK);
        self::assertSame($waits, $this->reached($first));
        $answer = $this->nodes[$second]->begin('GET', self::TICK);
        self::assertSame('any', $this->reached($second));
        $this->goes_on($first);
        $this->goes_on($second);
        self::assertSame($killed, $this->reached($first));
        $this->nodes[$first]->kill();
        self::assertSame('', stream_get_contents($left));
        self::assertStringContainsString(' 200 ', (string) fgets($answer));
        stream_get_contents($answer);

        // Once the leases of the dead one have ended.
        foreach (['09:07', '09:20', '11:00'] as $time) {
            $this->ahead("2027-01-02 {$time}");
            self::assertSame(200, $this->nodes[$second]->ask('GET', self::TICK)['status']);
        }
        $this->assert_each_was_billed_and_charged_once();
    }

    private function assert_each_was_billed_and_charged_once(): void
    {
        foreach ($this->clients as $client) {
            self::assertSame(['2027-01-02 – 2027-02-01: 10000'], $this->billed($client));
            self::assertSame([Settlement::Paid], array_column($this->bills($client), 'settlement'));
        }
        self::assertSame([0, self::CLIENTS], [$this->rows_in('invoices', "status = 'draft'"), $this->rows_in('payments')]);
        self::assertSame([self::CLIENTS, 12300 * self::CLIENTS], [$this->ledger()['charges'], $this->ledger()['charged']]);
        $numbers = array_map(static fn (array $row): int => (int) substr((string) $row['number'], -4), $this->plugin()->database()->rows("SELECT number FROM {$this->plugin()->database()->table('invoices')} ORDER BY number"));
        self::assertSame(range(1, self::CLIENTS), $numbers);
        $mails = array_merge(...array_map(static fn (string $folder): array => is_file("{$folder}/mails") ? file("{$folder}/mails") ?: [] : [], array_keys($this->nodes)));
        self::assertCount(2 * self::CLIENTS, $mails);
        self::assertSame($mails, array_values(array_unique($mails)));
        self::assertSame([2 * self::CLIENTS, 0], [$this->rows_in('outbox', "state = 'sent'"), $this->rows_in('outbox', "state <> 'sent'")]);
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)));
        $this->assert_books_agree();
    }

    /**
     * @param array<string, int> $waits at which steps it waits, and at which time that it gets there
     * @return string its folder
     */
    private function node(array $waits): string
    {
        $folder = sys_get_temp_dir() . '/node-' . bin2hex(random_bytes(6));
        mkdir($folder);
        file_put_contents("{$folder}/waits", json_encode($waits));
        $this->signals[$folder] = array_map(static function (string $name) use ($folder) {
            posix_mkfifo("{$folder}/{$name}", 0o600);

            return fopen("{$folder}/{$name}", 'r+') ?: self::fail("There is no {$folder}/{$name}.");
        }, ['here', 'go']);
        putenv("COUNTERFOIL_NODE={$folder}");
        $this->nodes[$folder] = WebServer::start(__DIR__ . '/web-node.php');

        return $folder;
    }

    /** @return string the step at which it waits now */
    private function reached(string $folder): string
    {
        [$here, $writable, $failed] = [[$this->signals[$folder][0]], [], []];
        self::assertSame(1, stream_select($here, $writable, $failed, self::PATIENCE), "It does not get there:\n" . @file_get_contents("{$folder}/steps"));

        return trim((string) fgets($this->signals[$folder][0]));
    }

    /** It waits in this request only. */
    private function goes_on(string $folder): void
    {
        file_put_contents("{$folder}/waits", '[]');
        fwrite($this->signals[$folder][1], "go\n");
    }

    /** The time of day of all nodes, and of the test. */
    private function ahead(string $moment): void
    {
        $this->at($moment);
        foreach (array_keys($this->nodes) as $folder) {
            file_put_contents("{$folder}/ahead", (string) ($this->plugin()->clock()->now()->getTimestamp() - time()));
        }
    }
}
