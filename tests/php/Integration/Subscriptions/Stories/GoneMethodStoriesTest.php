<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Methods\RemovedWhy;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** What a subscription is charged to is gone: here, or at its gateway, whose calls did not come through. */
final class GoneMethodStoriesTest extends IntegrationTestCase
{
    use ChargesOwnMethods;
    use TellsStories;

    public function test_it_is_gone_at_the_gateway_and_the_next_one_is_charged(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'cancel'])->leaves('card_visa')->leaves('card_mastercard')->starts()->until('2027-02-10')->is_gone_at_gateway($this->methods()[0])->until('2027-03-05')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 24600, failed 12300', 'invoice 2, receipt 2, renewal_failed 1', charged: 24600);
        self::assertCount(1, $this->methods());
    }

    public function test_its_own_one_is_gone_at_the_gateway_and_the_default_is_charged(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'cancel'])->leaves('card_visa')->starts()->is_charged_to('card_mastercard')->until('2027-02-10')->is_gone_at_gateway($this->methods()[1])->until('2027-03-05')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 24600, failed 12300', 'invoice 2, receipt 2, renewal_failed 1', charged: 24600);
    }

    public function test_all_are_gone_with_their_customer_and_the_client_pays_by_the_mail(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'cancel'])->leaves('card_visa')->starts()->until('2027-02-10');
        wp_remote_request("{$this->stripe->url}/v1/customers/{$this->methods()[0]->customer}", ['method' => 'DELETE', 'headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);
        $this->until('2027-03-05')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 unpaid 12300'], 'succeeded 12300, failed 12300', 'invoice 2, receipt 1, renewal_failed 1', charged: 12300, owed: 12300);
        // The card is kept anew, and charged for what follows.
        $this->pays(2)->until('2027-04-02')
            ->then('active 2027-04-30', ['2027-01-31 12300 paid', '2027-02-28 12300 paid', '2027-03-31 12300 paid'], 'succeeded 36900, failed 12300', 'invoice 3, receipt 3, renewal_failed 1', charged: 36900);
    }

    public function test_its_own_one_is_declined_and_then_removed(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->is_charged_to('card_chargeCustomerFail')->until('2027-02-28');
        $this->plugin()->module(MethodsModule::class)->remove()->handle($this->methods()[1]->id, RemovedWhy::Client, Viewer::system());
        $this->happens()
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 24600, failed 12300', 'invoice 2, receipt 2, renewal_failed 1', charged: 24600);
    }

    public function test_a_debit_comes_back_whose_account_was_removed_meanwhile(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts(['starts_on' => '2027-02-01', 'cycles' => 1])->is_charged_to('sepa_debit_returned')->until('2027-02-10')
            ->then('active', ['2027-02-01 12300 paid'], 'succeeded 12300', 'invoice 1, debit 1, receipt 1', charged: 12300);
        $this->plugin()->module(MethodsModule::class)->remove()->handle((int) $this->plugin()->database()->value("SELECT MAX(id) FROM {$this->plugin()->database()->table('payment_methods')}"), RemovedWhy::Client, Viewer::system());
        $this->until('2027-03-15')
            ->then('ended 2027-03-01', ['2027-02-01 12300 paid'], 'succeeded 24600', 'invoice 1, debit 1, receipt 2, payment_returned 1, payment_problem 1', charged: 24600);
    }

    public function test_its_mandate_was_revoked_and_the_default_is_charged(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'cancel'])->leaves('card_visa')->starts()->is_charged_to('sepa_debit')->until('2027-02-10')->mandate_is_revoked($this->methods()[1])->until('2027-03-05')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 24600, failed 12300', 'invoice 2, receipt 2, renewal_failed 1', charged: 24600);
        self::assertCount(1, $this->methods());
    }

    public function test_its_debit_was_not_authorized_since_the_mandate_is_revoked_and_the_default_is_charged(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'cancel'])->leaves('card_visa')->starts(['starts_on' => '2027-02-01', 'cycles' => 1])->is_charged_to('sepa_debit_notAuthorized')->until('2027-02-02')->mandate_is_revoked($this->methods()[1])->until('2027-02-20')
            ->then('active', ['2027-02-01 12300 paid'], 'failed 12300, succeeded 12300', 'invoice 1, debit 1, renewal_failed 1, receipt 1', charged: 12300);
        self::assertCount(1, $this->methods());
    }

    public function test_its_debit_was_not_authorized_and_its_mandate_is_good(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'cancel'])->leaves('card_visa')->starts(['starts_on' => '2027-02-01', 'cycles' => 1])->is_charged_to('sepa_debit_notAuthorized')->until('2027-02-02')->has_mandate($this->methods()[1])->until('2027-02-20')
            ->then('active', ['2027-02-01 12300 unpaid 12300'], 'failed 12300', 'invoice 1, debit 1, renewal_failed 1', owed: 12300);
        self::assertCount(2, $this->methods());
    }

    /** @return iterable<string, array{string, string}> what was read or done last, and what comes next */
    public static function moments(): iterable
    {
        yield 'after the charge has looked at it' => ['/^SELECT .*payment_methods\b.* removed_at IS NULL/s', '/./'];
        yield 'before it is written down' => ['/./', '/^\s*INSERT\b.*counterfoil_payments\b/s'];
    }

    /** The next one is charged, and nobody hears of a failure. */
    #[DataProvider('moments')]
    public function test_it_is_removed_in_the_moment_in_which_it_is_charged(string $after, string $before): void
    {
        $this->begins('2027-01-31', ['last_step' => 'cancel'])->leaves('card_visa')->leaves('card_mastercard')->starts(['starts_on' => '2027-02-01', 'cycles' => 1]);
        [$is_near, $is_done] = [false, false];
        add_filter('query', function (string $sql) use (&$is_near, &$is_done, $after, $before): string {
            if ($is_near && ! $is_done && preg_match($before, $sql) === 1) {
                $is_done = true;
                $this->plugin()->module(MethodsModule::class)->keep()->remove($this->methods()[0], RemovedWhy::Gateway, Actor::system());
            }
            $is_near = $is_near || preg_match($after, $sql) === 1;

            return $sql;
        });
        $this->until('2027-02-02')
            ->then('active', ['2027-02-01 12300 paid'], $before === '/./' ? 'succeeded 12300' : 'failed 12300, succeeded 12300', 'invoice 1, receipt 1', charged: 12300);
        self::assertTrue($is_done);
    }

    private function has_mandate(KeptMethod $method): static
    {
        $agreed = $this->stripe_post('/v1/setup_intents', ['customer' => $method->customer, 'payment_method' => $method->gateway_method_id, 'usage' => 'off_session', 'confirm' => 'true', 'automatic_payment_methods' => ['enabled' => 'true'], 'return_url' => home_url('/')]);
        $this->plugin()->database()->update('payment_methods', ['mandate' => (string) $agreed['mandate']], ['id' => $method->id]);

        return $this;
    }

    /** And the gateway's call about it is lost. */
    private function mandate_is_revoked(KeptMethod $method): static
    {
        $this->has_mandate($method);
        $this->stripe->control('POST', "payment_methods/{$method->gateway_method_id}/change", ['what' => 'revoke', 'quiet' => true]);

        return $this;
    }

    private function is_gone_at_gateway(KeptMethod $method): static
    {
        $this->stripe->control('POST', "payment_methods/{$method->gateway_method_id}/change", ['what' => 'remove', 'quiet' => true]);

        return $this;
    }

    /** @return list<KeptMethod> the default first */
    private function methods(): array
    {
        return $this->plugin()->module(MethodsModule::class)->methods()->of_client($this->who->id, Viewer::system());
    }
}
