#include "kin/place/grid.h"

#include <math.h>

/* Names and letters are those of the guide: annex C for the projection, B for the shift. */

struct ellipsoid {
	double	a, b;			/* half axes, metres */
};

static const struct ellipsoid airy = { 6377563.396, 6356256.909 };
static const struct ellipsoid wgs84 = { 6378137.000, 6356752.3141 };

#define F0	0.9996012717		/* scale on the central meridian */
#define N0	(-100000.0)		/* of the true origin */
#define E0	400000.0

/* From WGS 84 to OSGB36: metres, parts in a million, seconds of arc. */
static const struct {
	double	tx, ty, tz, s, rx, ry, rz;
} shift = { -446.448, 125.157, -542.060, 20.4894, -0.1502, -0.2470, -0.8421 };

struct xyz {
	double	x, y, z;
};

static double
radians(double degrees)
{
	return degrees * (3.14159265358979323846 / 180);
}

static double
degrees(double radians)
{
	return radians * (180 / 3.14159265358979323846);
}

static double
e_squared(const struct ellipsoid *el)
{
	return (el->a * el->a - el->b * el->b) / (el->a * el->a);
}

/* --- the projection (annex C) ----------------------------------------------- */

/* C3: the meridian's arc from the true origin's latitude. */
static double
arc(double phi)
{
	const double phi0 = radians(49), n = (airy.a - airy.b) / (airy.a + airy.b), n2 = n * n, n3 = n2 * n;
	double less = phi - phi0, more = phi + phi0;

	return airy.b * F0 * ((1 + n + 1.25 * n2 + 1.25 * n3) * less
	    - (3 * n + 3 * n2 + 2.625 * n3) * sin(less) * cos(more)
	    + (1.875 * n2 + 1.875 * n3) * sin(2 * less) * cos(2 * more)
	    - 35.0 / 24 * n3 * sin(3 * less) * cos(3 * more));
}

struct radii {
	double	nu, rho, eta2;
};

/* C2 */
static struct radii
radii(double phi)
{
	double e2 = e_squared(&airy), under = 1 - e2 * sin(phi) * sin(phi);
	struct radii r = { airy.a * F0 / sqrt(under), airy.a * F0 * (1 - e2) / (under * sqrt(under)), 0 };

	r.eta2 = r.nu / r.rho - 1;
	return r;
}

struct kin_grid
kin_grid_project(struct kin_degrees osgb36)
{
	double phi = radians(osgb36.lat), l = radians(osgb36.lon + 2), l2 = l * l;
	double s = sin(phi), c = cos(phi), t2 = tan(phi) * tan(phi), c3 = c * c * c, c5 = c3 * c * c;
	struct radii r = radii(phi);
	double i = arc(phi) + N0, ii = r.nu / 2 * s * c;
	double iii = r.nu / 24 * s * c3 * (5 - t2 + 9 * r.eta2);
	double iiia = r.nu / 720 * s * c5 * (61 - 58 * t2 + t2 * t2);
	double iv = r.nu * c, v = r.nu / 6 * c3 * (r.nu / r.rho - t2);
	double vi = r.nu / 120 * c5 * (5 - 18 * t2 + t2 * t2 + 14 * r.eta2 - 58 * t2 * r.eta2);

	return (struct kin_grid){ E0 + l * (iv + l2 * (v + l2 * vi)), i + l2 * (ii + l2 * (iii + l2 * iiia)) };
}

/* C6: the latitude of which the arc is as long. */
static double
latitude_of(double northing)
{
	double phi = radians(49) + (northing - N0) / (airy.a * F0);

	for (int i = 0; i < 20; i++) {
		double left = northing - N0 - arc(phi);

		if (fabs(left) < 1e-5)
			break;
		phi += left / (airy.a * F0);
	}
	return phi;
}

struct kin_degrees
kin_grid_unproject(struct kin_grid grid)
{
	double phi = latitude_of(grid.northing), e = grid.easting - E0, e2 = e * e;
	double t = tan(phi), t2 = t * t, t4 = t2 * t2, c = cos(phi);
	struct radii r = radii(phi);
	double nu3 = r.nu * r.nu * r.nu, nu5 = nu3 * r.nu * r.nu, nu7 = nu5 * r.nu * r.nu;
	double vii = t / (2 * r.rho * r.nu);
	double viii = t / (24 * r.rho * nu3) * (5 + 3 * t2 + r.eta2 - 9 * t2 * r.eta2);
	double ix = t / (720 * r.rho * nu5) * (61 + 90 * t2 + 45 * t4);
	double x = 1 / (c * r.nu), xi = (r.nu / r.rho + 2 * t2) / (6 * c * nu3);
	double xii = (5 + 28 * t2 + 24 * t4) / (120 * c * nu5);
	double xiia = (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2) / (5040 * c * nu7);

	return (struct kin_degrees){ degrees(phi - e2 * (vii - e2 * (viii - e2 * ix))),
		degrees(e * (x - e2 * (xi - e2 * (xii - e2 * xiia)))) - 2 };
}

/* --- the shift (annex B) ---------------------------------------------------- */

static struct xyz
to_xyz(struct kin_degrees at, const struct ellipsoid *el)
{
	double phi = radians(at.lat), lambda = radians(at.lon), e2 = e_squared(el);
	double nu = el->a / sqrt(1 - e2 * sin(phi) * sin(phi));

	return (struct xyz){ nu * cos(phi) * cos(lambda), nu * cos(phi) * sin(lambda), (1 - e2) * nu * sin(phi) };
}

static struct kin_degrees
from_xyz(struct xyz at, const struct ellipsoid *el)
{
	double e2 = e_squared(el), p = hypot(at.x, at.y), phi = atan2(at.z, p * (1 - e2));

	for (int i = 0; i < 10; i++)
		phi = atan2(at.z + e2 * el->a / sqrt(1 - e2 * sin(phi) * sin(phi)) * sin(phi), p);
	return (struct kin_degrees){ degrees(phi), degrees(atan2(at.y, at.x)) };
}

/* B3 and B7; sign is -1 for the way back. */
static struct xyz
shifted(struct xyz p, double sign)
{
	double scale = 1 + sign * shift.s * 1e-6;
	double rx = sign * radians(shift.rx / 3600), ry = sign * radians(shift.ry / 3600);
	double rz = sign * radians(shift.rz / 3600);

	return (struct xyz){
		sign * shift.tx + scale * p.x - rz * p.y + ry * p.z,
		sign * shift.ty + rz * p.x + scale * p.y - rx * p.z,
		sign * shift.tz - ry * p.x + rx * p.y + scale * p.z
	};
}

struct kin_grid
kin_grid_from_wgs84(struct kin_degrees at)
{
	return kin_grid_project(from_xyz(shifted(to_xyz(at, &wgs84), 1), &airy));
}

struct kin_degrees
kin_grid_to_wgs84(struct kin_grid grid)
{
	return from_xyz(shifted(to_xyz(kin_grid_unproject(grid), &airy), -1), &wgs84);
}
