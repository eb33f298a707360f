<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Toy;

use Counterfoil\Activity\EventWords;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use stdClass;

/** A noun of another plugin, with one of everything: it comes in by the filter `counterfoil_modules` and by nothing else. */
final class ToyModule extends Module
{
    public function tables(): array
    {
        return [ToysTable::class];
    }

    public function operations(): array
    {
        return ['toys.create' => ['method' => 'POST', 'path' => '/toys', 'needs' => 'staff:bill', 'status' => 201, 'schema' => self::schema()]];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('toys.create', fn (Request $request): array => $this->create($request));
    }

    public function jobs(): array
    {
        return [new Job('toy.paint', function (int $id): null {
            $this->plugin->database()->update('toys', ['colour' => 'red'], ['id' => $id]);

            return null;
        })];
    }

    public function sentences(): array
    {
        return ['toy.created' => static fn (EventWords $words): string => "Toy {$words->name()} made"];
    }

    public function letters(): array
    {
        return ['toy' => static fn (): LetterWriter => new ToyLetter()];
    }

    public function screens(): array
    {
        return ['toys' => static fn (): Screen => new ToyScreen()];
    }

    public function colour(int $id): ?string
    {
        return $this->database()->value("SELECT colour FROM {$this->database()->table('toys')} WHERE id = ?", [$id]);
    }

    /** @return array{id: int} */
    private function create(Request $request): array
    {
        return $this->plugin->changes()->run($request->viewer->actor, function (Change $change) use ($request): array {
            $id = $this->database()->insert('toys', ['name' => $request->body['name']]);
            $change->event('toy.created', [['toy', $id]], null, ['name' => $request->body['name']]);
            $change->mail(new Mail('toy', "toy:{$id}", 'jane@client.test', 'Jane', ''));
            $change->job('toy.paint', $id);

            return ['id' => $id];
        });
    }

    private function database(): Database
    {
        return $this->plugin->database();
    }

    private static function schema(): stdClass
    {
        return (object) [
            'type' => 'object',
            'properties' => (object) ['body' => (object) [
                'type' => 'object',
                'properties' => (object) ['name' => (object) ['type' => 'string', 'minLength' => 1, 'maxLength' => 40]],
                'required' => ['name'],
                'additionalProperties' => false,
            ]],
            'required' => ['body'],
            'additionalProperties' => false,
        ];
    }
}
