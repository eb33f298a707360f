<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Products;

use Counterfoil\Plugin;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

final class PlansTest extends IntegrationTestCase
{
    use FitsContract;
    use WritesRows;

    private int $staff;
    private int $product;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
        $this->product = Plugin::instance()->module(ProductsModule::class)->products()->insert('Care', '', null);
    }

    public function test_a_plan_says_what_it_costs_in_the_readers_language(): void
    {
        $plans = [
            '$25.00 every month' => self::plan(),
            '$25.00 every 3 months' => self::plan(['interval' => ['unit' => 'month', 'count' => 3]]),
            '$25.00 every year' => self::plan(['interval' => ['unit' => 'year', 'count' => 1]]),
            '$25.00 every 2 weeks' => self::plan(['interval' => ['unit' => 'week', 'count' => 2]]),
            '$25.00 every 10 days' => self::plan(['interval' => ['unit' => 'day', 'count' => 10]]),
            '$25.00 every month, 14 days free, $50.00 set-up fee, billed 12 times' => self::plan(['trial_days' => 14, 'setup_fee' => 5000, 'cycles' => 12]),
            '$25.00 every month, 1 day free' => self::plan(['trial_days' => 1]),
            '$25.00 once' => self::plan(['type' => 'one_time', 'interval' => null]),
        ];
        foreach ($plans as $sentence => $plan) {
            self::assertSame($sentence, $this->create($plan)['sentence']);
        }
        // The words' translations are tested with the language files; the amount follows the locale by itself.
        add_filter('determine_locale', static fn (): string => 'pl_PL');
        self::assertStringContainsString("25,00\u{A0}zł", $this->create(self::plan(['price' => ['amount' => 2500, 'currency' => 'PLN']]))['sentence']);
    }

    public function test_what_was_invoiced_keeps_its_price(): void
    {
        $plan = $this->create(self::plan());
        $line = $this->line_row($this->invoice_row(1), $plan['id']);
        $before = $this->line($line);
        $changed = self::fits('plans.update', $this->rest('PUT', "/counterfoil/v1/plans/{$plan['id']}", self::plan(['name' => 'Dearer', 'price' => ['amount' => 9900, 'currency' => 'EUR']]), $this->staff));
        self::assertSame(['Dearer', 9900, 'EUR', true], [$changed['name'], $changed['price']['amount'], $changed['price']['currency'], $changed['is_used']]);
        self::assertSame($before, $this->line($line));
    }

    public function test_a_plan_becomes_one_time_and_recurring_again(): void
    {
        $plan = $this->create(self::plan());
        $once = self::fits('plans.update', $this->rest('PUT', "/counterfoil/v1/plans/{$plan['id']}", self::plan(['type' => 'one_time', 'interval' => null]), $this->staff));
        self::assertNull($once['interval']);
        self::refused(400, ['/interval'], $this->rest('PUT', "/counterfoil/v1/plans/{$plan['id']}", self::plan(['type' => 'one_time']), $this->staff));
        self::refused(400, ['/interval'], $this->rest('PUT', "/counterfoil/v1/plans/{$plan['id']}", self::plan(['interval' => null]), $this->staff));
        self::refused(400, ['/price/currency'], $this->rest('PUT', "/counterfoil/v1/plans/{$plan['id']}", self::plan(['price' => ['amount' => 1, 'currency' => 'ABC']]), $this->staff));
    }

    public function test_only_recurring_plans_have_a_trial_a_set_up_fee_and_an_end(): void
    {
        $terms = ['trial_days' => 14, 'setup_fee' => 5000, 'cycles' => 12];
        $plan = $this->create(self::plan($terms));
        self::assertSame([14, 5000, 'USD', 12], [$plan['trial_days'], $plan['setup_fee']['amount'], $plan['setup_fee']['currency'], $plan['cycles']]);
        $copy = self::fits('plans.duplicate', $this->rest('POST', "/counterfoil/v1/plans/{$plan['id']}/duplicate", null, $this->staff));
        self::assertSame([14, 5000, 12], [$copy['trial_days'], $copy['setup_fee']['amount'], $copy['cycles']]);
        foreach ($terms as $name => $value) {
            self::refused(400, ["/{$name}"], $this->rest('PUT', "/counterfoil/v1/plans/{$plan['id']}", self::plan(['type' => 'one_time', 'interval' => null, $name => $value]), $this->staff));
        }
        $once = self::fits('plans.update', $this->rest('PUT', "/counterfoil/v1/plans/{$plan['id']}", self::plan(['type' => 'one_time', 'interval' => null]), $this->staff));
        self::assertSame([0, 0, null], [$once['trial_days'], $once['setup_fee']['amount'], $once['cycles']]);
    }

    public function test_a_plan_is_copied_any_number_of_times(): void
    {
        $plan = $this->create(self::plan(['name' => str_repeat('é', 190)]));
        foreach ([1, 2] as $time) {
            $copy = self::fits('plans.duplicate', $this->rest('POST', "/counterfoil/v1/plans/{$plan['id']}/duplicate", null, $this->staff));
            self::assertNotSame($plan['id'], $copy['id']);
            self::assertSame(str_repeat('é', 183) . ' (copy)', $copy['name']);
            self::assertSame([$plan['price'], $plan['interval'], false], [$copy['price'], $copy['interval'], $copy['is_used']]);
        }
    }

    public function test_a_click_sent_twice_copies_once(): void
    {
        $plan = $this->create(self::plan());
        $answers = array_map(fn (): array => self::fits('plans.duplicate', $this->rest('POST', "/counterfoil/v1/plans/{$plan['id']}/duplicate", null, $this->staff, ['Idempotency-Key' => 'click-1'])), [1, 2]);
        self::assertSame($answers[0], $answers[1]);
        self::assertCount(2, Plugin::instance()->module(ProductsModule::class)->plans()->of_products([$this->product])[$this->product]);
    }

    public function test_a_plan_is_archived_and_brought_back(): void
    {
        $plan = $this->create(self::plan());
        self::assertNotNull(self::fits('plans.archive', $this->rest('POST', "/counterfoil/v1/plans/{$plan['id']}/archive", null, $this->staff))['archived_at']);
        self::assertNull(self::fits('plans.restore', $this->rest('POST', "/counterfoil/v1/plans/{$plan['id']}/restore", null, $this->staff))['archived_at']);
    }

    public function test_only_a_plan_that_was_never_used_is_deleted(): void
    {
        $used = $this->create(self::plan());
        $this->line_row($this->invoice_row(1), $used['id']);
        $refusal = $this->rest('DELETE', "/counterfoil/v1/plans/{$used['id']}", null, $this->staff);
        self::refused(409, [], $refusal);
        self::assertStringContainsString('Archive', $refusal->get_data()['message']);
        self::assertNotNull(Plugin::instance()->module(ProductsModule::class)->plans()->find($used['id']));

        $unused = $this->create(self::plan());
        self::fits('plans.delete', $this->rest('DELETE', "/counterfoil/v1/plans/{$unused['id']}", null, $this->staff));
        self::assert_status(404, $this->rest('DELETE', "/counterfoil/v1/plans/{$unused['id']}", null, $this->staff));
    }

    public function test_there_is_no_plan_of_no_product(): void
    {
        self::assert_status(404, $this->rest('POST', '/counterfoil/v1/products/999999/plans', self::plan(), $this->staff));
        self::assert_status(404, $this->rest('PUT', '/counterfoil/v1/plans/999999', self::plan(), $this->staff));
        self::assert_status(404, $this->rest('POST', '/counterfoil/v1/plans/999999/duplicate', null, $this->staff));
    }

    /**
     * @param array<string, mixed> $values
     * @return array<string, mixed>
     */
    private static function plan(array $values = []): array
    {
        return $values + ['name' => 'Monthly', 'price' => ['amount' => 2500, 'currency' => 'USD'], 'type' => 'recurring', 'interval' => ['unit' => 'month', 'count' => 1]];
    }

    /**
     * @param array<string, mixed> $plan
     * @return array<mixed>
     */
    private function create(array $plan): array
    {
        return self::fits('plans.create', $this->rest('POST', "/counterfoil/v1/products/{$this->product}/plans", $plan, $this->staff));
    }

    /** @return array<string, string|null>|null */
    private function line(int $id): ?array
    {
        $database = Plugin::instance()->database();

        return $database->row("SELECT * FROM {$database->table('invoice_lines')} WHERE id = ?", [$id]);
    }
}
