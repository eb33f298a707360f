<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Payments\Gateway\GatewayMandate;
use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Payments\Gateway\MethodTraits;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Methods\RemovedWhy;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ListensToHooks;

/** What clients leave with a gateway: each step is written down once, and told. */
final class KeptMethodsTest extends IntegrationTestCase
{
    use KeepsMethods;
    use ListensToHooks;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    private function module(): MethodsModule
    {
        return $this->plugin()->module(MethodsModule::class);
    }

    private function now(KeptMethod $method): KeptMethod
    {
        return $this->module()->methods()->get($method->id, Viewer::system());
    }

    private function said(int $client_id, GatewayMethod $method, ?GatewayMandate $mandate = null): ?KeptMethod
    {
        $gateway = $this->keeping_gateway();

        return $this->module()->keep()->handle($client_id, $gateway->name(), $gateway->account(), $method, $mandate, Actor::gateway('Stripe'));
    }

    public function test_each_step_is_told_once(): void
    {
        $client = $this->client();
        $this->keeping_gateway()->account();
        $this->listen();
        $first = $this->kept($client);
        $this->told(['method.kept'], ['payment_method_kept']);
        $second = $this->kept($client, 'pm_card_mastercard');
        $this->told(['method.kept'], ['payment_method_kept']);
        self::assertSame([true, false], [$this->now($first)->is_default, $this->now($second)->is_default]);

        $again = fn (string $label, ?int $year, ?GatewayMandate $mandate = null): ?KeptMethod => $this->said($client->id, new GatewayMethod($first->gateway_method_id, 'test', $first->customer, 'card', $label, new MethodTraits(0, 0, true), 12, $year), $mandate);
        self::assertNotNull($again('Visa 1111', 2031));
        $this->told(['method.updated'], []);
        self::assertSame(['Visa 1111', '2031-12-31'], [$this->now($first)->label, $this->now($first)->good_until()]);
        $mandate = new GatewayMandate('mandate_1', $first->gateway_method_id, 'REF1', false);
        $again('Visa 1111', 2031, $mandate);
        $this->told(['method.agreed'], []);
        $again('Visa 1111', 2031, $mandate);
        $this->told([], []);

        $this->module()->choose_default()->handle($second->id, Viewer::system());
        $this->told(['method.default_chosen'], []);
        self::assertSame([false, true], [$this->now($first)->is_default, $this->now($second)->is_default]);
        $this->module()->choose_default()->handle($second->id, Viewer::system());
        $this->told([], []);

        $this->module()->remove()->handle($second->id, RemovedWhy::Client, Viewer::system());
        $this->told(['method.removed', 'method.default_chosen'], ['payment_method_removed']);
        self::assertTrue($this->now($first)->is_default);
        $this->module()->remove()->handle($second->id, RemovedWhy::Client, Viewer::system());
        $this->told([], []);
        self::assertNull($this->said($client->id, $this->keeping_gateway()->method($second->gateway_method_id)), 'What was removed never comes back.');
        $this->later(60);
        self::assertSame('', $this->keeping_gateway()->method($second->gateway_method_id)->customer, 'It is out at the gateway too.');

        // Taken out in the gateway's dashboard.
        $this->stripe_post("/v1/payment_methods/{$first->gateway_method_id}/detach");
        $this->said($client->id, $this->keeping_gateway()->method($first->gateway_method_id));
        $this->told(['method.removed'], ['payment_method_removed']);
        self::assertSame(RemovedWhy::Gateway, $this->now($first)->removed_why);
        $this->module()->add()->begin($client->id, Actor::contact(1, 'Ada'));
        $this->told(['method.keeping_started'], []);
        $this->assert_all_was_told(['method', 'payment_method']);
    }

    public function test_the_same_method_is_kept_once_and_one_is_the_default(): void
    {
        $method = $this->kept($this->client());
        $row = (array) $this->plugin()->database()->row("SELECT * FROM {$this->plugin()->database()->table('payment_methods')} WHERE id = ?", [$method->id]);
        unset($row['id']);
        foreach ([['default_for' => null], ['gateway_method_id' => 'pm_other']] as $other) {
            try {
                $this->plugin()->database()->insert('payment_methods', $other + $row);
                self::fail('There is a key for that.');
            } catch (UniqueViolation) {
                self::assertSame(1, $this->rows_in('payment_methods'));
            }
        }
    }

    public function test_what_is_being_charged_stays(): void
    {
        $client = $this->client();
        $method = $this->kept($client, 'pm_sepa_debit');
        $this->module()->charge()->handle($this->issued($client)->id, null, 'key');
        $this->expectExceptionObject(DomainError::conflict('method_charged', 'A payment with this method is processing. Remove it when the payment is complete.'));
        $this->module()->remove()->handle($method->id, RemovedWhy::Client, Viewer::system());
    }

    public function test_somebody_elses_is_not_there(): void
    {
        $method = $this->kept($this->client());
        $stranger = Viewer::contact(Actor::contact(1, 'Eve'), 999_999_999, ['billing.manage']);
        foreach ([fn () => $this->module()->remove()->handle($method->id, RemovedWhy::Client, $stranger), fn () => $this->module()->choose_default()->handle($method->id, $stranger)] as $act) {
            try {
                $act();
                self::fail('It is another client’s.');
            } catch (DomainError $error) {
                self::assertSame(404, $error->status);
            }
        }
        self::assertFalse($this->now($method)->is_removed());
    }
}
