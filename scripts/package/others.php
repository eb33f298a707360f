<?php

declare(strict_types=1);

namespace Counterfoil\Package;

use Brick\Math\BigDecimal;
use Opis\JsonSchema\Validator;

/**
 * What a plugin that came first might have made of the names: each class there, none of use, TCPDF set up for
 * fonts that are elsewhere and for ending the whole request on an error.
 *
 * @param list<string> $ours the libraries' classes as the package names them
 */
function load_broken_copies(array $ours): void
{
    foreach ($ours as $class) {
        $name = substr($class, strlen(PREFIX) + 1);
        $end = strrpos($name, '\\');
        [$namespace, $short] = $end === false ? ['', $name] : [substr($name, 0, $end), substr($name, $end + 1)];
        $refusal = 'throw new \Error(' . var_export("The other copy of {$name} was used.", true) . ');';
        eval("namespace {$namespace} { class {$short} {
            public function __construct() { {$refusal} }
            public static function __callStatic(string \$name, array \$arguments): never { {$refusal} }
        } }");
    }
    foreach (
        [
            'K_TCPDF_EXTERNAL_CONFIG' => false,
            'K_TCPDF_THROW_EXCEPTION_ERROR' => false,
            'K_PATH_MAIN' => '/nowhere/',
            'K_PATH_URL' => 'http://nowhere.example/',
            'K_PATH_FONTS' => '/nowhere/fonts/',
            'K_PATH_IMAGES' => '/nowhere/images/',
            'K_PATH_CACHE' => '/nowhere/cache/',
            'K_CELL_HEIGHT_RATIO' => 7.0,
            'K_SMALL_RATIO' => 7.0,
            'PDF_FONT_NAME_MAIN' => 'no-such-font',
            'PDF_FONT_SIZE_MAIN' => 70,
        ] as $name => $value
    ) {
        define($name, $value);
    }
}

/** The libraries under their makers' names, each used once. Composer stays out of it: it would find our classes too. */
function load_real_copies(string $vendor): void
{
    /** @var array<string, list<string>> $folders */
    $folders = require "{$vendor}/composer/autoload_psr4.php";
    spl_autoload_register(static function (string $class) use ($folders): void {
        foreach ($folders as $namespace => [$folder]) {
            if (preg_match('/^(Brick|Opis)\\\\/', $namespace) === 1 && str_starts_with($class, $namespace)) {
                require "{$folder}/" . strtr(substr($class, strlen($namespace)), '\\', '/') . '.php';
            }
        }
    });
    require "{$vendor}/tecnickcom/tcpdf/tcpdf.php";

    $page = new \TCPDF();
    $page->AddPage();
    $page->Write(5, 'Somebody else\'s page.');
    $drawn = (string) $page->Output('', 'S');
    if (! str_starts_with($drawn, '%PDF') || (string) BigDecimal::of('0.1')->plus('0.2') !== '0.3' || ! (new Validator())->validate(1, true)->isValid()) {
        throw new \RuntimeException('The other copies do not work themselves.');
    }
}
