<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Clients\Contact;
use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Subscriptions\StartsSubscriptions;
use Counterfoil\Tests\Support\FakeStripe;

/** The client's own payment methods in the portal: seen, added, chosen, removed; and by staff. */
final class MethodsScreenTest extends PortalViewTestCase
{
    use StartsSubscriptions;

    private FakeStripe $stripe;

    protected function setUp(): void
    {
        parent::setUp();
        $this->stripe = FakeStripe::for($this->gatekeeper);
        $this->plugin->module(StripeModule::class)->update()->handle('test', ['test' => ['publishable_key' => 'pk_test_AGENCY_publicpublic9999', 'secret_key' => 'sk_test_AGENCY_secretsecret1234']], '', Actor::system());
    }

    protected function tearDown(): void
    {
        $_POST = [];
        parent::tearDown();
    }

    private function left(string $card = '4242424242424242'): KeptMethod
    {
        $user = (int) $this->contact_a->user_id;
        $begun = $this->rest('POST', '/counterfoil/v1/portal/payment-methods', [], $user);
        self::assert_status(201, $begun);
        $keeping = $begun->get_data();
        self::assertSame(['waits', 'setup'], [$keeping['state'], $keeping['gateway']['params']->intent]);
        $this->stripe->control('POST', 'pay', ['setup_intent' => $keeping['keeping'], 'card' => $card]);
        $kept = $this->rest('POST', '/counterfoil/v1/portal/payment-methods/kept', ['keeping' => $keeping['keeping']], $user);
        self::assertSame(['kept', null], [$kept->get_data()['state'], $kept->get_data()['gateway']]);
        // Another client's looks like none.
        self::assert_status(404, $this->rest('POST', '/counterfoil/v1/portal/payment-methods/kept', ['keeping' => $keeping['keeping']], (int) $this->contact_b->user_id));

        return $this->methods()[0] ?? self::fail('It is kept.');
    }

    /** @return list<KeptMethod> */
    private function methods(): array
    {
        return $this->plugin->module(MethodsModule::class)->methods()->of_client($this->a->id, Viewer::system());
    }

    /** @param array<string, string> $query */
    private function shown(Contact $contact, array $query = []): string
    {
        $opened = $this->portal($contact, ['view' => 'payment-methods'] + $query);
        self::assertNull($opened->redirect);

        return $opened->html;
    }

    private function act(string $act, KeptMethod $method, Contact $contact): string
    {
        wp_set_current_user((int) $contact->user_id);
        $_POST = ['counterfoil_method' => (string) $method->id, 'counterfoil_act' => $act, '_wpnonce' => wp_create_nonce('wp_rest')];
        $html = $this->shown($contact);
        $_POST = [];

        return $html;
    }

    public function test_a_client_adds_chooses_and_removes_methods(): void
    {
        self::assertStringContainsString('No payment method is saved.', $this->shown($this->contact_a));
        $first = $this->left();
        $this->left('5555555555554444');
        $html = $this->shown($this->contact_a);
        foreach (['Visa 4242', 'Mastercard 4444', 'Default', 'Expires 12/', 'Make default', 'you allow'] as $words) {
            self::assertStringContainsString($words, $html);
        }
        $second = array_values(array_filter($this->methods(), static fn (KeptMethod $one): bool => $one->id !== $first->id))[0];

        self::assertStringContainsString('Default payment method changed.', $this->act('default', $second, $this->contact_a));
        self::assertSame($second->id, $this->methods()[0]->id);
        self::assertStringContainsString('Payment method removed.', $this->act('remove', $first, $this->contact_a));
        self::assertSame([$second->id], array_map(static fn (KeptMethod $one): int => $one->id, $this->methods()));
        // Somebody else's is not there.
        $this->act('remove', $second, $this->contact_b);
        self::assertCount(1, $this->methods());
    }

    public function test_what_subscriptions_are_charged_to_says_so_and_is_kept_until_there_is_another(): void
    {
        $own = $this->subscribe($this->a, ['items' => [$this->item(['description' => 'Hosting'])]]);
        $usual = $this->subscribe($this->a);
        $page = fn (int $id): string => $this->portal($this->contact_a, ['view' => 'subscription', 'id' => $id])->text();
        self::assertStringNotContainsString('Payment method Visa', $page($usual->id));
        $first = $this->left();
        self::assertStringContainsString('Used for Hosting, Care plan', $this->shown($this->contact_a));
        self::assertStringContainsString('Add another one before you remove it.', $this->act('remove', $first, $this->contact_a));
        self::assertSame($first->id, $this->methods()[0]->id);

        $this->left('5555555555554444');
        $second = array_values(array_filter($this->methods(), static fn (KeptMethod $one): bool => $one->id !== $first->id))[0];
        $this->plugin->database()->update('subscriptions', ['method_id' => $second->id], ['id' => $own->id]);
        $html = $this->shown($this->contact_a);
        self::assertMatchesRegularExpression('/Used for Care plan<.*Used for Hosting</s', $html);
        self::assertMatchesRegularExpression('/Payment method ?Mastercard 4444/', $page($own->id));
        self::assertMatchesRegularExpression('/Payment method ?Visa 4242/', $page($usual->id));
        self::assertStringContainsString('Payment method removed.', $this->act('remove', $first, $this->contact_a));
        self::assertMatchesRegularExpression('/Payment method ?Mastercard 4444/', $page($usual->id));
    }

    public function test_what_is_paused_is_charged_once_it_goes_on_unless_it_ends_before(): void
    {
        $subscription = $this->subscribe($this->a);
        $method = $this->left();
        $this->subscriptions()->pause()->handle($subscription->id, null, Viewer::system());
        self::assertStringContainsString('Used for Care plan', $this->shown($this->contact_a));
        self::assertMatchesRegularExpression('/Payment method ?Visa 4242/', $this->portal($this->contact_a, ['view' => 'subscription', 'id' => $subscription->id])->text());
        self::assertStringContainsString('Add another one before you remove it.', $this->act('remove', $method, $this->contact_a));
        self::assertCount(1, $this->methods());

        $this->subscriptions()->cancel()->at_period_end($subscription->id, Viewer::system());
        self::assertStringContainsString('Payment method removed.', $this->act('remove', $method, $this->contact_a));
    }

    public function test_whoever_may_only_look_sees_them_and_changes_nothing(): void
    {
        // Roles are read once a request.
        $viewer = $this->view_only($this->a, 'vera@harbour.test');
        $method = $this->left();
        $html = $this->act('remove', $method, $viewer);
        self::assertStringContainsString('Visa 4242', $html);
        self::assertStringNotContainsString('counterfoil_act', $html);
        self::assertCount(1, $this->methods());
    }

    public function test_whoever_comes_back_from_their_bank_finds_it(): void
    {
        $user = (int) $this->contact_a->user_id;
        $keeping = $this->rest('POST', '/counterfoil/v1/portal/payment-methods', [], $user)->get_data();
        $this->stripe->control('POST', 'pay', ['setup_intent' => $keeping['keeping'], 'card' => '4000002500003155', 'authenticate' => 'complete']);
        self::assertStringContainsString('Visa 3155', $this->shown($this->contact_a, ['setup_intent' => $keeping['keeping']]));
    }

    public function test_staff_see_and_remove_them(): void
    {
        $method = $this->left();
        $staff = $this->administrator();
        $list = $this->rest('GET', "/counterfoil/v1/clients/{$this->a->id}/payment-methods", null, $staff);
        self::assertSame([['Visa 4242', true]], array_map(static fn (array $one): array => [$one['label'], $one['is_default']], $list->get_data()['items']));
        self::assertSame(['items' => []], $this->rest('POST', "/counterfoil/v1/payment-methods/{$method->id}/remove", [], $staff)->get_data());
        self::assertInstanceOf(KeepsMethods::class, $this->plugin->module(PaymentsModule::class)->registry()->current());
    }
}
