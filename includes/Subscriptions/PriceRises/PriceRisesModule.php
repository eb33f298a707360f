<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Letters\PriceRiseLetter;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\Rest\PriceRisesController;
use Counterfoil\Subscriptions\SubscriptionsModule;
use DateTimeImmutable;

/** Subscriptions cost more, and their clients are told in time. */
final class PriceRisesModule extends Module
{
    public function tables(): array
    {
        return [PriceRisesTable::class];
    }

    public function letters(): array
    {
        $letters = [];
        foreach (RiseNews::cases() as $news) {
            $letters[$news->value] = fn (): LetterWriter => new PriceRiseLetter($this->plugin->module(RequestsModule::class)->page(), $news);
        }

        return $letters;
    }

    public function jobs(): array
    {
        return [new Job(TellRise::JOB, fn (int $id): ?DateTimeImmutable => $this->tell()->handle($id))];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('price-rises.preview', fn (Request $request): array => $this->controller()->preview($request));
        $routes->bind('price-rises.list', fn (Request $request): array => $this->controller()->list($request));
        $routes->bind('price-rises.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('price-rises.subscriptions', fn (Request $request): array => $this->controller()->subscriptions($request));
        $routes->bind('price-rises.withdraw', fn (Request $request): array => $this->controller()->withdraw($request));
        $routes->bind('price-rises.announce', fn (Request $request): array => $this->controller()->announce($request));
    }

    public function tell(): TellRise
    {
        return new TellRise(
            $this->plugin->changes(),
            $this->rises(),
            $this->plugin->module(SubscriptionsModule::class)->subscriptions(),
            new PriceRiseMails($this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(ClientsModule::class)->recipients(...)),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    public function raise(): RaisePrices
    {
        return new RaisePrices(
            $this->plugin->changes(),
            $this->plugin->module(SubscriptionsModule::class)->subscriptions(),
            new OfPlan($this->plugin->database()),
            $this->rises(),
            $this->plugin->module(ChangesModule::class)->change(),
            $this->plugin->module(SubscriptionsModule::class)->settings(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    public function rises(): PriceRiseRepository
    {
        return new PriceRiseRepository($this->plugin->database(), $this->plugin->clock());
    }

    private function controller(): PriceRisesController
    {
        $calendar = $this->plugin->module(BusinessModule::class)->calendar(...);
        $subscriptions = $this->plugin->module(SubscriptionsModule::class)->subscriptions();
        $announcements = new AnnouncementsQuery($this->plugin->database());
        $change = $this->plugin->module(ChangesModule::class)->change();
        $products = $this->plugin->module(ProductsModule::class);

        return new PriceRisesController(
            $this->raise(),
            new WithdrawRises($this->plugin->changes(), $announcements, $this->rises(), $subscriptions, $change, $this->plugin->module(RenewalsModule::class)->behind()),
            $announcements,
            new PriceRiseResource($announcements, $subscriptions, $this->plugin->module(ClientsModule::class)->clients(), $products->plans(), $products->products()),
            static fn (): string => $calendar()->today(),
        );
    }
}
