<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Gateways\Stripe\StripeModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Tests\Support\FakeStripe;

/** Where a site closes its REST API the page itself begins the payment and says where it stands. */
final class PayByPageTest extends PortalViewTestCase
{
    private FakeStripe $stripe;

    protected function setUp(): void
    {
        parent::setUp();
        $this->stripe = FakeStripe::for($this->gatekeeper);
        $this->plugin->module(StripeModule::class)->update()->handle('test', ['test' => ['publishable_key' => 'pk_test_AGENCY_publicpublic9999', 'secret_key' => 'sk_test_AGENCY_secretsecret1234']], '', Actor::system());
    }

    public function test_posted_to_with_a_nonce_it_begins_one_payment_and_hands_over_its_form(): void
    {
        $invoice = $this->issued($this->a);
        $before = $this->context(['view' => 'pay', 'id' => $invoice->id]);
        self::assertNull($before['gateway']);
        self::assertSame(0, $this->rows_of('payments'));

        $begun = $this->context(['view' => 'pay', 'id' => $invoice->id], true);

        self::assertSame('start', $begun['phase']);
        self::assertGreaterThan(0, $begun['payment']);
        self::assertStringContainsString('_secret_', (string) wp_json_encode($begun['gateway']));
        self::assertSame($begun['payment'], $this->context(['view' => 'pay', 'id' => $invoice->id], true)['payment'], 'Clicked twice, it is the same one.');
        self::assertSame(1, $this->rows_of('payments'));
        preg_match('/"(pi_[A-Za-z0-9]+)_secret_/', (string) wp_json_encode($begun['gateway']), $intent);
        $this->stripe->control('POST', 'pay', ['payment_intent' => $intent[1] ?? '', 'card' => '4242424242424242']);
        self::assertSame('succeeded', $this->context(['view' => 'pay', 'id' => $invoice->id])['phase'], 'Looked at, the page says that it is paid.');
    }

    public function test_abuse_12_without_a_nonce_and_by_get_nothing_begins(): void
    {
        $invoice = $this->issued($this->a);
        $_POST = ['counterfoil_pay' => 'start', '_wpnonce' => 'stale'];
        $_SERVER['REQUEST_METHOD'] = 'POST';
        $this->portal($this->contact_a, ['view' => 'pay', 'id' => $invoice->id]);
        $_POST['_wpnonce'] = $this->nonce();
        $_SERVER['REQUEST_METHOD'] = 'GET';
        $this->portal($this->contact_a, ['view' => 'pay', 'id' => $invoice->id]);
        self::assertSame(0, $this->rows_of('payments'));
    }

    public function test_abuse_01_nobody_begins_a_payment_for_somebody_elses_bill(): void
    {
        $invoice = $this->issued($this->b);
        $_POST = ['counterfoil_pay' => 'start', '_wpnonce' => $this->nonce()];
        $_SERVER['REQUEST_METHOD'] = 'POST';
        self::assertSame(404, $this->portal($this->contact_a, ['view' => 'pay', 'id' => $invoice->id])->status);
        self::assertSame(0, $this->rows_of('payments'));
    }

    private function nonce(): string
    {
        wp_set_current_user((int) $this->contact_a->user_id);

        return wp_create_nonce('wp_rest');
    }

    /**
     * @param array<string, string|int> $query
     * @return array<string, mixed> what the page hands to its script
     */
    private function context(array $query, bool $is_posted = false): array
    {
        $_POST = $is_posted ? ['counterfoil_pay' => 'start', '_wpnonce' => $this->nonce()] : [];
        $_SERVER['REQUEST_METHOD'] = $is_posted ? 'POST' : 'GET';
        preg_match('/class="[^"]*cf-pay[^"]*"[^>]*data-wp-context=\'([^\']*)\'/', $this->portal($this->contact_a, $query)->html, $found);

        return (array) json_decode(html_entity_decode($found[1] ?? '[]', ENT_QUOTES), true);
    }
}
