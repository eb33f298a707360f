<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Gateway\CustomerRepository;
use Counterfoil\Payments\Methods\Portal\MethodsScreen;
use Counterfoil\Payments\Methods\Rest\MethodsController;
use Counterfoil\Payments\Online\FitsBills;
use Counterfoil\Payments\Online\PayerAtGateway;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use DateTimeImmutable;

/** What clients leave with a gateway, and charging it without them being there. */
final class MethodsModule extends Module
{
    private ?KeptMethodRepository $methods = null;

    public function tables(): array
    {
        return [MethodsTable::class];
    }

    public function jobs(): array
    {
        return [
            new Job(DetachMethod::JOB, fn (int $method, int $attempt): ?DateTimeImmutable => (new DetachMethod($this->plugin->clock(), $this->methods(), $this->plugin->module(PaymentsModule::class)->registry()))->handle($method, $attempt)),
            new Job(LookForMethod::JOB, fn (int $method, int $attempt): ?DateTimeImmutable => (new LookForMethod($this->plugin->clock(), $this->methods(), $this->plugin->module(PaymentsModule::class)->registry(), $this->read()))->handle($method, $attempt)),
            new Job(KeepPaid::JOB, fn (int $payment, int $attempt): ?DateTimeImmutable => (new KeepPaid($this->plugin->changes(), $this->plugin->clock(), $this->plugin->module(PaymentsModule::class)->payments(), $this->plugin->module(PaymentsModule::class)->registry(), $this->read(), $this->methods(), $this->follows(...)))->handle($payment, $attempt)),
            new Job(KeepMethod::JOB, function (int $method): null {
                $this->keep()->replace($method);

                return null;
            }),
        ];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    /** A higher noun that charges methods provides its own. */
    public function provides(): array
    {
        return [
            FollowsCharges::class => static fn (): FollowsCharges => new NobodyFollows(),
            KeepsForLater::class => static fn (): KeepsForLater => new KeepsNothing(),
            UsesOfMethods::class => static fn (): UsesOfMethods => new UsedByNobody(),
        ];
    }

    public function screens(): array
    {
        return [MethodsScreen::WORD => fn (): Screen => $this->screen()];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('clients.payment-methods', fn (Request $request): array => $this->controller()->of_client($request));
        $routes->bind('payment-methods.remove', fn (Request $request): array => $this->controller()->remove($request));
        $routes->bind('portal.add-method', fn (): array => $this->controller()->add());
        $routes->bind('portal.keep-method', fn (Request $request): array => $this->controller()->keep($request));
    }

    public function add(): AddMethod
    {
        return new AddMethod($this->plugin->changes(), $this->plugin->module(PaymentsModule::class)->registry(), $this->payers(), $this->read(), $this->consent());
    }

    private function screen(): MethodsScreen
    {
        $payments = $this->plugin->module(PaymentsModule::class);
        $portals = $this->plugin->module(PortalsModule::class);
        $business = $this->plugin->module(BusinessModule::class);

        return new MethodsScreen($this->methods(), $this->add(), $this->choose_default(), $this->remove(), $this->consent(), $payments->registry(), $payments->line(), $portals->urls(), $portals->logo(), $this->uses(...), $business->business(...), $business->calendar(...));
    }

    private function controller(): MethodsController
    {
        $portals = $this->plugin->module(PortalsModule::class);

        return new MethodsController(
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->methods(),
            new KeptMethodResource($this->plugin->module(BusinessModule::class)->calendar(...), $this->uses(...)),
            $this->remove(),
            $this->add(),
            $this->plugin->module(IdentityModule::class)->session(),
            $portals->portals(),
            $portals->urls(),
            $this->plugin->module(PaymentsModule::class)->line()
        );
    }

    public function methods(): KeptMethodRepository
    {
        return $this->methods ??= new KeptMethodRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function charge_together(): ChargeTogether
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new ChargeTogether(
            $this->plugin->changes(),
            $payments->intend(),
            $payments->payments(),
            $payments->allocations(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->methods(),
            $payments->registry(),
            $payments->line(),
            $payments->start(),
            $this->plugin->module(WebhooksModule::class)->disputes()
        );
    }

    public function charge(): ChargeKept
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new ChargeKept(
            $this->plugin->changes(),
            $payments->intend(),
            $payments->payments(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->methods(),
            $payments->registry(),
            $payments->line(),
            $payments->start(),
            $payments->refresh(),
            $payments->stop(),
            $this->plugin->module(WebhooksModule::class)->disputes()
        );
    }

    public function keep(): KeepMethod
    {
        return new KeepMethod($this->plugin->changes(), $this->methods(), $this->plugin->module(PaymentsModule::class)->under_way(), $this->plugin->clock(), $this->follows(...));
    }

    public function read(): ReadMethods
    {
        return new ReadMethods($this->methods(), new CustomerRepository($this->plugin->database()), $this->keep());
    }

    public function consent(): Consent
    {
        return new Consent($this->plugin->provided(KeepsForLater::class), $this->plugin->module(BusinessModule::class)->business(...));
    }

    public function choose_default(): ChooseDefault
    {
        return new ChooseDefault($this->plugin->changes(), $this->methods(), $this->keep());
    }

    public function remove(): RemoveMethod
    {
        return new RemoveMethod($this->plugin->changes(), $this->methods(), $this->keep(), $this->plugin->module(PaymentsModule::class)->under_way(), $this->uses(...));
    }

    public function uses(): UsesOfMethods
    {
        return $this->plugin->provided(UsesOfMethods::class);
    }

    /** As whom gateways know clients. */
    public function payers(): PayerAtGateway
    {
        return new PayerAtGateway(new CustomerRepository($this->plugin->database()), $this->plugin->module(ClientsModule::class)->clients());
    }

    public function ask(): AskToCharge
    {
        return new AskToCharge($this->plugin->clock(), new ClaimCharge($this->plugin->database(), $this->plugin->clock()), $this->methods(), $this->fits());
    }

    public function call_off(): CallOffCharge
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new CallOffCharge($this->plugin->changes(), $payments->payments(), $this->ask(), $payments->settle());
    }

    public function told(): ToldOfCharges
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new ToldOfCharges($this->follows(...), $payments->allocate(), $payments->mails());
    }

    public function follows(): FollowsCharges
    {
        return $this->plugin->provided(FollowsCharges::class);
    }

    public function fits(): FitsBills
    {
        return new FitsBills($this->plugin->module(InvoicesModule::class)->invoices());
    }
}
