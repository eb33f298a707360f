<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Subscriptions\Renewals\Renewal;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Tests\Integration\Payments\InstantGateway;
use Counterfoil\Tests\Integration\Payments\InstantGatewayModule;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What renewing costs, the small form of scripts/bench/renewals.php: statements of each, and one call of the gateway. */
final class ManyRenewalsTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private const COUNT = 24;

    protected function setUp(): void
    {
        parent::setUp();
        InstantGatewayModule::$gateway = new InstantGateway();
        add_filter('counterfoil_modules', static fn (array $modules): array => [...$modules, InstantGatewayModule::class]);
        $this->plugin()->module(PaymentsModule::class)->registry()->forget();
        $this->plugin()->settings()->set('payments', ['gateway' => 'instant']);
        $this->at('2027-01-31 10:00');
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        $this->plugin()->module(PaymentsModule::class)->registry()->forget();
    }

    public function test_each_renewal_is_one_call_of_the_gateway_and_a_bounded_number_of_statements(): void
    {
        for ($i = 1; $i <= self::COUNT; $i++) {
            $client = $this->client("Client {$i}", "client-{$i}@example.test");
            $this->plugin()->module(MethodsModule::class)->keep()->handle($client->id, 'instant', 'instant-1', InstantGateway::method($client->id), null, Actor::system());
            $this->subscribe($client);
        }
        $this->work();
        self::assertSame(self::COUNT, InstantGatewayModule::$gateway?->calls);
        $this->at('2027-02-28 10:00');
        $worker = $this->plugin()->module(SharedModule::class)->worker();
        $worker->run(only: ['subscriptions.renew']);
        $ids = array_map(static fn (Renewal $renewal): int => $renewal->id, $this->plugin()->module(RenewalsModule::class)->renewals()->claimed(null));
        self::assertTrue($ids !== []);
        $statements = 0;
        add_filter('query', $count = static function (string $sql) use (&$statements): string {
            ++$statements;

            return $sql;
        });
        // As the worker does it with as many as take about a second. Their mails and papers come afterwards.
        $done = $this->plugin()->database()->remembered()->during(fn (): array => $this->plugin()->module(RenewalsModule::class)->together()->handle($ids, static fn (): bool => true));
        remove_filter('query', $count);

        self::assertSame($ids, $done);
        self::assertSame(2 * self::COUNT, InstantGatewayModule::$gateway->calls);
        self::assertSame(2 * self::COUNT, $this->rows_in('renewals', "state = 'paid'"));
        // One by one each takes about seventy.
        self::assertLessThanOrEqual(5 * self::COUNT, $statements);
    }
}
