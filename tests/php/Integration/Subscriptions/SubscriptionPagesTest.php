<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Contact;
use Counterfoil\Products\Interval;
use Counterfoil\Products\PlanDetails;
use Counterfoil\Products\PlanType;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Integration\Coupons\MakesCoupons;
use Counterfoil\Tests\Integration\Portal\Opened;
use Counterfoil\Tests\Integration\Portal\PortalViewTestCase;

/** What clients see of their subscriptions, and the request to cancel by the forms of the pages. */
final class SubscriptionPagesTest extends PortalViewTestCase
{
    use MakesCoupons;
    use StartsSubscriptions;

    private Subscription $subscription;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-10 10:00');
        $this->subscription = $this->subscribe($this->a);
        $this->work();
        $this->outbox->mails = [];
    }

    /** @param array<string, string|int> $more */
    private function products(Contact $contact, array $more = []): Opened
    {
        return $this->portal($contact, ['view' => 'subscriptions'] + $more);
    }

    private function shown(Contact $contact, int $id, string $view = 'subscription'): Opened
    {
        return $this->portal($contact, ['view' => $view, 'id' => $id]);
    }

    /** @param array<string, mixed> $fields */
    private function post(Contact $contact, int $id, string $act, array $fields = [], ?string $nonce = null): Opened
    {
        wp_set_current_user((int) $contact->user_id);
        $_POST = wp_slash($fields + ['counterfoil_subscription' => $act, '_wpnonce' => $nonce ?? wp_create_nonce("counterfoil_subscription_{$id}")]);
        $_SERVER['REQUEST_METHOD'] = 'POST';
        $opened = $this->shown($contact, $id);
        [$_POST, $_SERVER['REQUEST_METHOD']] = [[], 'GET'];

        return $opened;
    }

    /** @param list<string> $permissions */
    private function person(string $email, array $permissions): Contact
    {
        $contact = $this->active_contact($this->a, $email, 'Pat Person');
        $database = $this->plugin->database();
        $role = $database->insert('roles', ['slug' => sanitize_key($email), 'name' => 'Test', 'built_in' => 0, 'permissions' => (string) wp_json_encode($permissions)]);
        $database->update('contacts', ['role_id' => $role], ['id' => $contact->id]);

        return $this->again($contact);
    }

    private function request_rows(): int
    {
        return $this->rows_of('subscription_requests', '1 = 1');
    }

    /** Of a plan or of none; a plan that is billed once can be an item too. */
    public function test_no_line_of_a_subscription_is_one_time(): void
    {
        $products = $this->plugin->module(ProductsModule::class);
        $once = $products->plans()->insert($products->products()->insert('Website', '', null), new PlanDetails('Landing page', Money::of(10000, 'EUR'), PlanType::OneTime));
        $this->plugin->database()->transaction(fn () => $this->subscriptions()->billing_days()->set($this->a->id, 3));
        self::assert_status(201, $this->rest('POST', '/counterfoil/v1/subscriptions', $this->subscribe_body($this->a->id, ['items' => [$this->item(['description' => 'Bare part', 'setup_fee' => 700]), $this->item(['description' => 'Once part', 'plan_id' => $once])]]), $this->administrator()));
        $this->work();

        self::assertStringNotContainsString('part', $this->products($this->contact_a, ['tab' => 'once'])->text());
        self::assertStringContainsString('Once part', $this->products($this->contact_a)->text());
    }

    public function test_a_row_says_the_state_the_amount_with_tax_and_the_next_renewal(): void
    {
        $two = $this->subscribe($this->a, ['items' => [$this->item(['description' => 'Hosting']), $this->item(['description' => 'Backups', 'unit_price' => 500])], 'interval' => ['unit' => 'year', 'count' => 1]]);
        $this->plugin->database()->update('invoices', ['due_date' => '2027-01-12', 'due_on' => '2027-01-12'], ['client_id' => $this->a->id]);
        $this->at('2027-01-20 10:00');

        $page = $this->products($this->contact_a);

        self::assertSame(200, $page->status);
        self::assertMatchesRegularExpression('/Hosting \+ Backups 2 products .*€129\.15 every year .*January 10, 2028/', $page->text());
        self::assertMatchesRegularExpression('/Care plan Overdue €123\.00 every month .*February 10, 2027/', $page->text());
        self::assertStringContainsString('is-overdue', $page->html);
        self::assertMatchesRegularExpression("/view=request-cancellation[^\"]*id={$two->id}/", $page->html);
        self::assertMatchesRegularExpression("/view=subscription[^\"]*id={$two->id}#cf-invoices/", $page->html);
    }

    public function test_what_has_ended_is_under_inactive_and_what_was_bought_once_under_one_time(): void
    {
        $this->subscriptions()->cancel()->handle($this->subscription->id, 'now', null, Viewer::system());

        self::assertStringContainsString('No subscriptions yet', $this->products($this->contact_a)->text());
        self::assertMatchesRegularExpression('/Care plan Canceled/', $this->products($this->contact_a, ['tab' => 'inactive'])->text());
        self::assertStringContainsString('What you buy once will appear here', $this->products($this->contact_a, ['tab' => 'once'])->text());
        self::assertSame(404, $this->products($this->contact_a, ['tab' => 'other'])->status);

        $products = $this->plugin->module(ProductsModule::class);
        $plan = $products->plans()->insert($products->products()->insert('Website', '', null), new PlanDetails('Landing page', Money::of(70_000, 'EUR'), PlanType::OneTime));
        $bill = $this->issued($this->a, ['lines' => [['plan_id' => $plan, 'description' => 'Landing page', 'quantity' => '1', 'unit_price' => 70_000, 'discount' => null, 'tax' => ['name' => 'VAT', 'rate' => '23']]]]);
        self::assertMatchesRegularExpression("/Landing page Due January 10, 2027 {$bill->number} €700\\.00 plus tax/", $this->products($this->contact_a, ['tab' => 'once'])->text());
        self::assertStringNotContainsString('Landing page', $this->products($this->contact_b, ['tab' => 'once'])->text());
    }

    public function test_a_subscription_shows_its_items_its_dates_and_its_bills(): void
    {
        $number = (string) $this->plugin->database()->value("SELECT number FROM {$this->plugin->database()->table('invoices')} WHERE client_id = ?", [$this->a->id]);

        $page = $this->shown($this->contact_a, $this->subscription->id);

        self::assertMatchesRegularExpression('/Care plan ?€100\.00 Tax ?€23\.00 Total ?€123\.00/', $page->text());
        self::assertMatchesRegularExpression('/Next renewal ?February 10, 2027 Started ?January 10, 2027/', $page->text());
        self::assertStringContainsString($number, $page->text());
        self::assertStringContainsString('Request cancellation', $page->text());
    }

    public function test_a_price_to_come_is_shown_once_the_client_was_told(): void
    {
        $subscription = $this->subscribe($this->a);
        $this->work();
        $staff = $this->administrator();
        self::assert_status(201, $this->rest('POST', '/counterfoil/v1/price-rises', ['subscriptions' => [$subscription->id], 'value' => ['type' => 'percent', 'percent' => '10'], 'plan_id' => null, 'from' => '2027-03-01', 'notice_days' => 20, 'message' => ''], $staff));
        self::assertStringNotContainsString('Price from', $this->shown($this->contact_a, $subscription->id)->text());
        $this->at('2027-02-18 10:00');
        $this->work();
        self::assertStringContainsString('Price from March 10, 2027€135.30 every month', str_replace("\u{a0}", ' ', $this->shown($this->contact_a, $subscription->id)->text()));

        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/cancel", ['when' => 'day', 'on' => '2027-03-10'], $staff));
        self::assertStringNotContainsString('Price from', $this->shown($this->contact_a, $subscription->id)->text(), 'it ends before');
    }

    public function test_the_coupon_of_a_subscription_is_named_with_what_it_takes_off_and_for_how_long(): void
    {
        $this->coupon(['code' => 'WELCOME', 'value' => ['type' => 'percent', 'percent' => '20'], 'duration' => 'cycles', 'cycles' => 3]);
        $this->coupon(['code' => 'FRIEND', 'value' => ['type' => 'amount', 'amounts' => [['amount' => 1000, 'currency' => 'EUR']]], 'duration' => 'forever']);
        $welcome = $this->subscribe($this->a, ['coupon' => 'WELCOME']);
        $friend = $this->subscribe($this->a, ['coupon' => 'FRIEND']);
        $this->work();

        self::assertMatchesRegularExpression('/Total ?€123\.00 With coupon WELCOME ?€98\.40 20% off for the next 2 billing periods\./', $this->shown($this->contact_a, $welcome->id)->text());
        self::assertMatchesRegularExpression('/With coupon FRIEND ?€110\.70 €10\.00 off every invoice\./', $this->shown($this->contact_a, $friend->id)->text());
        self::assertStringContainsString('Care plan Coupon: WELCOME', $this->products($this->contact_a)->text());
        $this->at('2027-02-10 10:00');
        $this->work();
        self::assertStringContainsString('20% off for the next billing period.', $this->shown($this->contact_a, $welcome->id)->text());
        $this->at('2027-03-10 10:00');
        $this->work();
        self::assertStringNotContainsString('WELCOME', explode('Invoices', $this->shown($this->contact_a, $welcome->id)->text())[0], 'it is used up');
    }

    public function test_a_coupon_for_some_of_the_products_says_which(): void
    {
        $products = $this->plugin->module(ProductsModule::class);
        $product = $products->products()->insert('Hosting', '', null);
        $plan = $products->plans()->insert($product, new PlanDetails('Hosting', Money::of(5_000, 'EUR'), PlanType::Recurring, new Interval('month', 1)));
        $this->coupon(['code' => 'HOST', 'value' => ['type' => 'percent', 'percent' => '50'], 'duration' => 'forever', 'product_ids' => [$product]]);
        $subscription = $this->subscribe($this->a, ['coupon' => 'HOST', 'items' => [$this->item(), $this->item(['plan_id' => $plan, 'description' => 'Hosting', 'unit_price' => 5_000])]]);

        self::assertMatchesRegularExpression('/Total ?€184\.50 With coupon HOST ?€153\.75 50% off every invoice\. Applies to: Hosting\./', $this->shown($this->contact_a, $subscription->id)->text());
    }

    public function test_a_client_asks_to_cancel_and_takes_it_back(): void
    {
        $form = $this->shown($this->contact_a, $this->subscription->id, 'request-cancellation');
        self::assertStringContainsString('Tell us when you’d like “Care plan” to end', $form->text());

        $asked = $this->post($this->contact_a, $this->subscription->id, 'request', ['when' => 'day', 'last_day' => '2027-03-31', 'reason' => "It's <b>too</b> dear"]);
        self::assertStringContainsString('We’ve received your request', $asked->text());
        self::assertStringContainsString('You asked for March 31, 2027 to be the last day', $asked->text());
        $request = $this->plugin->module(RequestsModule::class)->requests()->open_of($this->subscription->id);
        self::assertSame(["It's <b>too</b> dear", '2027-04-01'], [$request?->reason, $request?->wished_on]);
        self::assertStringContainsString('Cancellation requested', $this->products($this->contact_a)->text());
        self::assertStringNotContainsString('view=request-cancellation', $this->products($this->contact_a)->html);
        self::assertStringContainsString('You’ve already asked', $this->shown($this->contact_a, $this->subscription->id, 'request-cancellation')->text());

        $again = $this->post($this->contact_a, $this->subscription->id, 'request', ['when' => 'soon']);
        self::assertSame(409, $again->status);

        self::assertStringContainsString('Request withdrawn', $this->post($this->contact_a, $this->subscription->id, 'withdraw')->text());
        self::assertNull($this->plugin->module(RequestsModule::class)->requests()->open_of($this->subscription->id));
        self::assertSame(409, $this->post($this->contact_a, $this->subscription->id, 'withdraw')->status);
    }

    public function test_what_was_typed_is_kept_when_it_is_not_taken(): void
    {
        foreach (['2027-01-09', '2027-02-30', '31.03.2027', ''] as $day) {
            $refused = $this->post($this->contact_a, $this->subscription->id, 'request', ['when' => 'day', 'last_day' => $day, 'reason' => '"><script>x</script>']);
            self::assertSame(400, $refused->status, $day);
            self::assertStringContainsString('Choose today or a later day', $refused->text());
            self::assertStringContainsString('&quot;&gt;&lt;script&gt;x&lt;/script&gt;</textarea>', $refused->html);
        }
        self::assertSame(403, $this->post($this->contact_a, $this->subscription->id, 'request', ['when' => 'soon'], 'stale')->status);
        $this->post($this->contact_a, $this->subscription->id, 'request', ['when' => ['a'], 'reason' => ["\xff"]], 'stale');
        self::assertSame(0, $this->request_rows());
    }

    public function test_the_page_says_what_the_agency_answered(): void
    {
        $requests = $this->plugin->module(RequestsModule::class);
        $this->post($this->contact_a, $this->subscription->id, 'request', ['when' => 'soon']);
        $requests->decline()->handle((int) $requests->requests()->open_of($this->subscription->id)?->id, 'Your <term> ends in June.', Viewer::system());

        $declined = $this->shown($this->contact_a, $this->subscription->id);
        self::assertStringContainsString('We couldn’t accept your cancellation request of January 10, 2027', $declined->text());
        self::assertStringContainsString('Your <term> ends in June.', $declined->text());
        self::assertStringContainsString('Request cancellation', $declined->text());

        $this->post($this->contact_a, $this->subscription->id, 'request', ['when' => 'soon']);
        $requests->accept()->handle((int) $requests->requests()->open_of($this->subscription->id)?->id, 'period_end', null, Viewer::system());

        $accepted = $this->shown($this->contact_a, $this->subscription->id);
        self::assertStringContainsString('This subscription is canceled. It runs until February 9, 2027.', $accepted->text());
        self::assertStringNotContainsString('Request cancellation', $accepted->text());
        self::assertStringContainsString('Runs until February 9, 2027', $this->products($this->contact_a)->text());
    }

    public function test_abuse_1_nothing_of_others_is_seen_or_asked_for(): void
    {
        $theirs = $this->subscription->id;
        foreach (['subscription', 'request-cancellation'] as $view) {
            $unknown = $this->shown($this->contact_b, 999999, $view);
            $foreign = $this->shown($this->contact_b, $theirs, $view);
            self::assertSame([404, 404], [$unknown->status, $foreign->status]);
            self::assertSame($unknown->text(), $foreign->text());
        }
        foreach (['request', 'withdraw'] as $act) {
            self::assertSame(404, $this->post($this->contact_b, $theirs, $act, ['when' => 'soon'])->status);
        }
        self::assertStringNotContainsString('Care plan', $this->products($this->contact_b)->text());
        self::assertStringNotContainsString('Care plan', $this->products($this->contact_b, ['before' => 999999])->text());
        self::assertSame(0, $this->request_rows());
        $this->send_mail();
        self::assertSame([], $this->outbox->mails);
    }

    public function test_abuse_3_who_may_only_look_has_no_button_and_can_not_ask(): void
    {
        $looks = $this->person('looks@harbour.test', ['subscriptions.view']);

        $page = $this->products($looks);
        self::assertStringContainsString('Care plan', $page->text());
        self::assertStringNotContainsString('Request cancellation', $page->text());
        self::assertStringNotContainsString('One-time', $page->text(), 'Bills are not theirs to see.');
        $one = $this->shown($looks, $this->subscription->id);
        self::assertStringNotContainsString('Request cancellation', $one->text());
        self::assertStringNotContainsString('cf-invoices', $one->html);
        self::assertSame(403, $this->shown($looks, $this->subscription->id, 'request-cancellation')->status);
        self::assertSame(403, $this->post($looks, $this->subscription->id, 'request', ['when' => 'soon'])->status);
        $this->post($this->contact_a, $this->subscription->id, 'request', ['when' => 'soon']);
        self::assertStringNotContainsString('Withdraw request', $this->shown($looks, $this->subscription->id)->text());
        self::assertSame(403, $this->post($looks, $this->subscription->id, 'withdraw')->status);
        self::assertNotNull($this->plugin->module(RequestsModule::class)->requests()->open_of($this->subscription->id));

        $sites = $this->person('sites@harbour.test', ['websites.view']);
        self::assertSame(403, $this->products($sites)->status);
        self::assertSame(403, $this->shown($sites, $this->subscription->id)->status);
        self::assertStringNotContainsString('Products and services', $this->portal($sites)->text());
    }

    public function test_the_overview_says_what_is_paid_again_and_again(): void
    {
        $this->subscribe($this->a, ['items' => [$this->item(['description' => 'Hosting', 'unit_price' => 24_000])], 'interval' => ['unit' => 'year', 'count' => 1]]);

        self::assertStringContainsString('€120.00 per month, before tax 2 active subscriptions', $this->portal($this->contact_a)->text());
        self::assertStringNotContainsString('per month', $this->portal($this->contact_b)->text());
        self::assertStringNotContainsString('per month', $this->portal($this->person('bills@harbour.test', ['billing.view']))->text());
    }

    public function test_the_block_shows_the_readers_own_and_asks_strangers_to_log_in(): void
    {
        $this->subscribe($this->a, ['items' => [$this->item(['description' => 'Hosting'])]]);
        $page = $this->page_with('<!-- wp:counterfoil/subscriptions {"perPage":1,"heading":"What we look after","client_id":' . $this->a->id . '} /-->');

        $own = $this->open($page, [], $this->contact_a);
        self::assertStringContainsString('What we look after', $own->text());
        self::assertSame(1, substr_count($own->html, 'cf-sub__what'));
        self::assertStringContainsString('All subscriptions', $own->text());
        self::assertStringNotContainsString('Hosting', $this->open($page, ['client_id' => $this->a->id], $this->contact_b)->text());
        $stranger = $this->open($page);
        self::assertStringContainsString('Log in to view your subscriptions.', $stranger->text());
        self::assertStringNotContainsString('Hosting', $stranger->text());
    }
}
