<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Activity\ActivityModule;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Products\PlanUses;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\CancelSubscription;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Changes\EndSubscription;
use Counterfoil\Subscriptions\Changes\PauseSubscription;
use Counterfoil\Subscriptions\Changes\ReleaseSubscription;
use Counterfoil\Subscriptions\Changes\ResumeSubscription;
use Counterfoil\Subscriptions\Mrr\MrrBook;
use Counterfoil\Subscriptions\Mrr\MrrModule;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\Rest\RenewingController;
use Counterfoil\Subscriptions\Rest\SubscriptionsController;
use Counterfoil\Subscriptions\Settings\RenewalSettings;
use Counterfoil\Subscriptions\Settings\UpdateRenewing;
use Counterfoil\Subscriptions\Starting\CouponOfStart;
use Counterfoil\Subscriptions\Starting\StartFromInvoice;
use Counterfoil\Subscriptions\Starting\StartSubscription;
use Counterfoil\Websites\WebsitesModule;
use Counterfoil\Websites\WebsiteUse;

/** What clients pay again and again. */
final class SubscriptionsModule extends Module
{
    private ?SubscriptionRepository $subscriptions = null;

    public function tables(): array
    {
        return [SubscriptionsTable::class];
    }

    public function provides(): array
    {
        return [
            PlanUses::class => fn (): PlanUses => new PlansInUse($this->plugin->database(), $this->plugin->module(InvoicesModule::class)->plans_on_invoices()),
            WebsiteUse::class => fn (): WebsiteUse => new WebsitesInUse($this->plugin->database(), $this->plugin->module(InvoicesModule::class)->websites_on_invoices()),
        ];
    }

    public function overview(): array
    {
        return [fn (Viewer $viewer): array => (new HeldOnOverview($this->query(), $this->plugin->module(ClientsModule::class)->clients()))->parts($viewer)];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('subscriptions.list', fn (Request $request): array => $this->controller()->list($request));
        $routes->bind('subscriptions.start', fn (Request $request): array => $this->controller()->start($request));
        $routes->bind('subscriptions.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('subscriptions.events', fn (Request $request): array => $this->controller()->events($request));
        $routes->bind('subscriptions.pause', fn (Request $request): array => $this->controller()->pause($request));
        $routes->bind('subscriptions.resume', fn (Request $request): array => $this->controller()->resume($request));
        $routes->bind('subscriptions.cancel', fn (Request $request): array => $this->controller()->cancel($request));
        $routes->bind('subscriptions.keep', fn (Request $request): array => $this->controller()->keep($request));
        $routes->bind('subscriptions.release', fn (Request $request): array => $this->controller()->release($request));
        $routes->bind('subscriptions.settings', fn (): array => $this->renewing()->get());
        $routes->bind('subscriptions.change-settings', fn (Request $request): array => $this->renewing()->update($request));
    }

    public function subscriptions(): SubscriptionRepository
    {
        return $this->subscriptions ??= new SubscriptionRepository(
            $this->plugin->database(),
            $this->plugin->clock(),
            new MrrBook($this->plugin->database()),
            $this->plugin->module(MrrModule::class)->mrr(),
            $this->calendar(...),
        );
    }

    public function billing_days(): BillingDayRepository
    {
        return new BillingDayRepository($this->plugin->database());
    }

    public function settings(): RenewalSettings
    {
        return new RenewalSettings($this->plugin->settings());
    }

    public function mails(): SubscriptionMails
    {
        return new SubscriptionMails($this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(ClientsModule::class)->recipients(...), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(BusinessModule::class)->business(...), $this->plugin->module(ClientsModule::class)->suspend_client(...));
    }

    public function start(): StartSubscription
    {
        return new StartSubscription(
            $this->plugin->changes(),
            $this->subscriptions(),
            $this->billing_days(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(ChangesModule::class)->check(),
            $this->renewals()->claim(),
            $this->coupon_of_start(),
            $this->plugin->clock(),
            $this->calendar(...),
        );
    }

    private function coupon_of_start(): CouponOfStart
    {
        $coupons = $this->plugin->module(CouponsModule::class);

        return new CouponOfStart($this->plugin->module(ProductsModule::class)->plans(), $coupons->check(...), $coupons->use(...), $coupons->coupons(...));
    }

    public function start_from_invoice(): StartFromInvoice
    {
        return new StartFromInvoice(
            $this->subscriptions(),
            $this->renewals()->renewals(),
            $this->renewals()->periods(),
            $this->billing_days(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(CreditNotesModule::class)->notes(),
            $this->plugin->module(ProductsModule::class)->plans(),
            $this->plugin->module(DraftsModule::class)->line_taxes(),
            $this->coupon_of_start(),
            $this->plugin->clock(),
            $this->calendar(...),
        );
    }

    public function pause(): PauseSubscription
    {
        return new PauseSubscription($this->plugin->module(ChangesModule::class)->days(), $this->calendar(...));
    }

    public function resume(): ResumeSubscription
    {
        return new ResumeSubscription($this->plugin->module(ChangesModule::class)->days(), $this->calendar(...));
    }

    public function cancel(): CancelSubscription
    {
        return $this->plugin->module(ChangesModule::class)->cancel();
    }

    public function end(): EndSubscription
    {
        return $this->plugin->module(ChangesModule::class)->end();
    }

    public function release(): ReleaseSubscription
    {
        return new ReleaseSubscription($this->plugin->changes(), $this->subscriptions(), $this->renewals()->claim(), $this->calendar(...));
    }

    public function query(): SubscriptionsQuery
    {
        return new SubscriptionsQuery($this->plugin->database(), $this->subscriptions());
    }

    public function overdue(): OverdueBills
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new OverdueBills($this->plugin->database(), $invoices->invoices(), $invoices->today(...));
    }

    /** What bills of whole periods come to. */
    public function amounts(): ChargedAmounts
    {
        return new ChargedAmounts($this->plugin->module(DraftsModule::class)->line_taxes());
    }

    public function resource(): SubscriptionResource
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new SubscriptionResource(
            $this->renewals()->renewals(),
            $this->overdue(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(WebsitesModule::class)->websites(),
            $invoices->invoices(),
            $this->plugin->module(RequestsModule::class)->requests(),
            $this->plugin->module(RequestsModule::class)->resource(),
            $invoices->today(...),
        );
    }

    private function controller(): SubscriptionsController
    {
        return new SubscriptionsController(
            $this->subscriptions(),
            $this->query(),
            $this->resource(),
            $this->start(...),
            $this->pause(...),
            $this->resume(...),
            $this->cancel(...),
            $this->release(...),
            $this->plugin->module(ActivityModule::class)->timeline(),
        );
    }

    private function renewing(): RenewingController
    {
        return new RenewingController($this->settings(), new UpdateRenewing($this->plugin->changes(), $this->settings()));
    }

    private function renewals(): RenewalsModule
    {
        return $this->plugin->module(RenewalsModule::class);
    }

    private function calendar(): Calendar
    {
        return $this->plugin->module(BusinessModule::class)->calendar();
    }
}
