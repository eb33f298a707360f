<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Methods\RemovedWhy;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

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
