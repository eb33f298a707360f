<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;
use PHPUnit\Framework\Attributes\DataProvider;

/** Workers of several nodes find the same subscriptions due at the same moment. */
final class ParallelRenewalsTest extends CommittingTestCase
{
    use ChargesSubscriptions;

    private const CLIENTS = 4;

    /** @var list<Client> */
    private array $clients = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->at('2027-01-01 09:00');
        for ($number = 1; $number <= self::CLIENTS; $number++) {
            $this->clients[] = $client = $this->client("Client {$number}", "client{$number}@harbour.test");
            $this->kept($client);
            $this->subscribe($client, ['starts_on' => '2027-01-02']);
            $this->subscribe($client, ['starts_on' => '2027-01-02', 'items' => [$this->item(['description' => 'Hosting', 'unit_price' => 2000])]]);
        }
    }

    /** @return iterable<string, array{int, int}> how many, and before which of its steps the first one is killed, if it gets there; 0 for never */
    public static function workers(): iterable
    {
        yield 'two, of which one dies' => [2, 60];
        yield 'four' => [4, 0];
        yield 'eight' => [8, 0];
    }

    #[DataProvider('workers')]
    public function test_each_period_is_billed_and_charged_once(int $workers, int $killed_at): void
    {
        $log = tempnam(sys_get_temp_dir(), 'steps');
        $answers = Processes::parallel($workers, __DIR__ . '/renew-and-die.php', ['2027-01-02T09:00:00+00:00', $killed_at, $log], may_die: true);
        unlink($log);
        // It lives where the other one was faster.
        $is_dead = $killed_at > 0 && ($answers[0]['error']['class'] ?? '') === Processes::DEAD;
        self::assertSame([$is_dead ? null : true, ...array_fill(0, $workers - 1, true)], array_column($answers, 'result'), json_encode($answers) ?: '');

        // What one had in its hands when it died, or found in another one's.
        foreach (['09:07', '09:20', '11:00'] as $time) {
            $this->at("2027-01-02 {$time}");
            $this->work();
        }
        foreach ($this->clients as $client) {
            self::assertEqualsCanonicalizing(['2027-01-02 – 2027-02-01: 10000', '2027-01-02 – 2027-02-01: 2000'], $this->billed($client));
            self::assertSame([Settlement::Paid, Settlement::Paid], array_column($this->bills($client), 'settlement'));
            self::assertSame([2, 2], [$this->rows_in('outbox', "client_id = {$client->id} AND message = 'invoice' AND state = 'sent'"), $this->rows_in('outbox', "client_id = {$client->id} AND message = 'receipt' AND state = 'sent'")]);
        }
        self::assertSame(2 * self::CLIENTS, $this->rows_in('payments'));
        self::assertSame([2 * self::CLIENTS, (12300 + 2460) * self::CLIENTS], [$this->ledger()['charges'], $this->ledger()['charged']]);
        $numbers = array_map(static fn (mixed $number): int => (int) substr((string) $number, -4), array_column($this->plugin()->database()->rows("SELECT number FROM {$this->plugin()->database()->table('invoices')} ORDER BY number"), 'number'));
        self::assertSame(range(1, 2 * self::CLIENTS), $numbers);
        $this->assert_books_agree();
    }
}
