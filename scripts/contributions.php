<?php

/**
 * Writes build/contributions.php: which module binds which operation, opens which gate, provides which interface, has which
 * event's sentence and which job, and which modules contribute anything else. A request then loads those that it needs (Shared\Contributions).
 *
 * Needs no WordPress: what modules contribute are names and closures. Run by the build, and by the tests when it is older than the code.
 */

declare(strict_types=1);

use Counterfoil\Plugin;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Contract;
use Counterfoil\Shared\Rest\Idempotency;
use Counterfoil\Shared\Rest\RequestReader;
use Counterfoil\Shared\Rest\Routes;

(static function (): void {
    $root = dirname(__DIR__);
    require "{$root}/includes/autoload.php";
    // Of WordPress, as jobs say how often they come round.
    foreach (['MINUTE' => 60, 'HOUR' => 3600, 'DAY' => 86400, 'WEEK' => 604800] as $unit => $seconds) {
        define("{$unit}_IN_SECONDS", $seconds);
    }
    /** @var list<class-string<Module>> $classes */
    $classes = array_keys((new ReflectionClassConstant(Plugin::class, 'MODULES'))->getValue());
    $plugin = Plugin::instance();
    $methods = array_filter(
        array_map(static fn (ReflectionMethod $method): string => $method->name, (new ReflectionClass(Module::class))->getMethods(ReflectionMethod::IS_PUBLIC)),
        static fn (string $name): bool => ! str_starts_with($name, '__')
    );
    $bound = static function (Module $module): array {
        $contract = new Contract('');
        // Neither asks the database for anything before a request comes.
        $routes = new Routes($contract, new RequestReader($contract), (new ReflectionClass(Idempotency::class))->newInstanceWithoutConstructor(), static fn () => null, static fn () => null);
        $module->routes($routes);

        return (new ReflectionProperty(Routes::class, 'handlers'))->getValue($routes);
    };
    $by_kind = $by_name = [];
    foreach ($classes as $class) {
        $module = $plugin->module($class);
        foreach ($methods as $method) {
            if ((new ReflectionMethod($class, $method))->class !== Module::class) {
                $by_kind[$method][] = $class;
            }
        }
        foreach (['routes' => $bound($module), 'gates' => $module->gates(), 'provides' => $module->provides(), 'sentences' => $module->sentences(), 'jobs' => array_column($module->jobs(), null, 'name')] as $kind => $contributed) {
            // Of two the later counts, as where all are asked.
            $by_name[$kind] = array_merge($by_name[$kind] ?? [], array_fill_keys(array_keys($contributed), $class));
        }
    }
    $file = "{$root}/build/contributions.php";
    $fresh = "{$file}." . getmypid() . '.new';
    if (! is_dir("{$root}/build")) {
        mkdir("{$root}/build");
    }
    file_put_contents($fresh, '<?php return ' . var_export(['modules' => $classes, 'by_kind' => $by_kind, 'by_name' => $by_name], true) . ";\n");
    rename($fresh, $file);
})();
