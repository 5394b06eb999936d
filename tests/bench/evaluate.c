/*
 * The partner of the evaluate-100k benchmark: filling in, three written models and their transition
 * from the first of them given as today's, year 1, funded, without rounding, as one plain loop over the
 * accounts. Terms of the models (what needs no account) come worked out, as the engine has them.
 *
 * evaluate FILE RUNS: reads the columns and terms that evaluate-100k.ts writes, and prints the median
 * nanoseconds of processor time an account, then per model: retained, expansion, run cost, hours cost,
 * ARR lost, pairs, contribution.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOTIONS = 7, ROLES = 3, MODELS = 3, NONE = -1 };

typedef struct {
  double lead, assists, assistRole, involvement, credit, assistShort, assistSlope;
  double lossShort, lossSlope, sensitivity, passive, winRate, pull, margin, payRate, hourCost;
  double signalCost, signals, spiff, rateLead, rateAssist;
} Stint;
typedef struct {
  double loaded, productive, hourly, managerCost, scorecardCost, target, hiring, release;
} Role;
typedef struct {
  double riskFactor;
  Role roles[ROLES];
  Stint stints[MOTIONS];
} Model;
typedef struct {
  double count, sellers, services, seller, service, current;
  double smallBelow, midsizeUpTo, tau, reference, minScale, maxScale, defaultDays;
  double riskDefault, atHealth0, atHealth100, lacking, share, mix[6];
  double valueScale, level, minHours, maxHours, arrScale;
  double hours[MOTIONS], newness[MOTIONS];
  double friction, pairHours, accountHours, signalHours;
  double baseHours, relationHours, relationRisk, attainment, grossMargin, timing;
} Terms;

static double *column(FILE *in, long n) {
  double *x = malloc(n * sizeof *x);
  if (!x || fread(x, sizeof *x, n, in) != (size_t)n) exit(1);
  return x;
}
/* Hoare's selection, as the engine has it. */
static double kth(double *x, long n, long k) {
  long low = 0, high = n - 1;
  while (low < high) {
    double pivot = x[(low + high) / 2];
    long i = low, j = high;
    while (i <= j) {
      while (x[i] < pivot) i++;
      while (x[j] > pivot) j--;
      if (i > j) break;
      double swap = x[i];
      x[i++] = x[j];
      x[j--] = swap;
    }
    if (k <= j)
      high = j;
    else if (k >= i)
      low = i;
    else
      break;
  }
  return x[k];
}
static double median(double *x, long n) {
  double upper = kth(x, n, n / 2), lower = x[0];
  if (n % 2) return upper;
  for (long i = 1; i < n / 2; i++) lower = fmax(lower, x[i]);
  return (lower + upper) / 2;
}
static double nanoseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  FILE *in = fopen(argv[1], "rb");
  Terms t;
  Model models[MODELS];
  if (!in || fread(&t, sizeof t, 1, in) != 1 || fread(models, sizeof models, 1, in) != 1) return 1;
  long n = (long)t.count;
  double *arr = column(in, n), *contract = column(in, n), *cycle = column(in, n);
  double *renewalShare = column(in, n), *risk = column(in, n), *health = column(in, n);
  double *complexity = column(in, n), *potential[6], *ae, *csm;
  for (int u = 0; u < 6; u++) potential[u] = column(in, n);
  ae = column(in, n);
  csm = column(in, n);
  int runs = atoi(argv[2]);
  double *times = malloc(runs * sizeof *times);
  double *known = malloc(n * sizeof *known);
  int *segment = malloc(n * sizeof *segment);
  long sellers = (long)t.sellers, services = (long)t.services;
  unsigned char *met[MODELS];
  for (int d = 0; d < MODELS; d++) met[d] = malloc(sellers * services);
  double out[MODELS][7];
  int seller = (int)t.seller, service = (int)t.service, now = (int)t.current;

  for (int run = 0; run < runs; run++) {
    double began = nanoseconds();
    /* Fill in: segments, then medians of the known cycles. */
    for (long i = 0; i < n; i++) {
      double c = isnan(contract[i]) ? arr[i] : contract[i];
      segment[i] = c < t.smallBelow ? 0 : c <= t.midsizeUpTo ? 1 : 2;
    }
    double medians[3];
    for (int s = 0; s < 3; s++) {
      long k = 0;
      for (long i = 0; i < n; i++)
        if (segment[i] == s && cycle[i] > 0) known[k++] = cycle[i];
      medians[s] = k ? median(known, k) : t.defaultDays;
    }
    double hours[MODELS][ROLES] = {{0}}, coord[MODELS][ROLES] = {{0}};
    double rawLead[MODELS][ROLES] = {{0}}, rawAssist[MODELS][ROLES] = {{0}};
    double booked[MODELS][MOTIONS] = {{0}}, retained[MODELS] = {0}, lost[MODELS] = {0};
    double moveCost[MODELS] = {0}, dualArr[MODELS] = {0}, singleArr[MODELS] = {0};
    double serviceSum = 0, arrSum = 0;
    long dual[MODELS] = {0}, signals[MODELS] = {0}, moved[MODELS] = {0};
    for (int d = 0; d < MODELS; d++) memset(met[d], 0, sellers * services);

    for (long i = 0; i < n; i++) {
      double days = cycle[i] > 0 ? cycle[i] : medians[segment[i]];
      double share = isnan(renewalShare[i]) ? 1 : renewalShare[i];
      double cx = isnan(complexity[i]) ? 1 : complexity[i];
      double r = !isnan(risk[i])     ? risk[i]
                 : isnan(health[i]) ? t.riskDefault
                                    : t.atHealth0 + (t.atHealth100 - t.atHealth0) * health[i] / 100;
      double value[MOTIONS], size[MOTIONS], work[MOTIONS];
      int given = 0;
      for (int u = 0; u < 6; u++) given |= !isnan(potential[u][i]);
      value[0] = arr[i] * share;
      for (int u = 0; u < 6; u++) {
        double p = potential[u][i];
        value[u + 1] = !given ? t.share * arr[i] * t.mix[u] : isnan(p) ? 0 : p;
      }
      double rho = 1 - exp(-days / t.tau);
      double scale = fmin(t.maxScale, fmax(t.minScale, days / t.reference));
      if (arr[i] != 0)
        serviceSum += t.level * cx *
                      (t.minHours + (t.maxHours - t.minHours) * (1 - exp(-arr[i] / t.arrScale)));
      arrSum += arr[i];
      for (int m = 0; m < MOTIONS; m++) {
        size[m] = value[m] > 0 ? 1 - exp(-value[m] / t.valueScale) : 0;
        work[m] = t.hours[m] * cx * (1 - t.newness[m] + t.newness[m] * scale) * size[m];
      }
      int leads[MODELS][MOTIONS];
      double total[MODELS], kept[MODELS];
      for (int d = 0; d < MODELS; d++) {
        const Model *model = &models[d];
        double yields[MOTIONS], led[ROLES] = {0};
        int engaged[ROLES] = {0};
        total[d] = 0;
        for (int m = 0; m < MOTIONS; m++) {
          const Stint *s = &model->stints[m];
          int lead = (int)s->lead, helper = (int)s->assistRole;
          leads[d][m] = NONE;
          if (!(value[m] > 0)) continue;
          double loss = s->lossShort + s->lossSlope * rho;
          if (s->assists > 0) {
            double gap = loss - (s->assistShort + s->assistSlope * rho);
            loss = fmax(0, loss - s->involvement * fmax(0, gap));
          }
          double y = yields[m] = fmax(0, 1 - s->sensitivity * (loss - s->pull));
          if (m > 0) {
            double worked = value[m] * fmin(1, s->winRate * y);
            double worth = s->margin * (worked - value[m] * s->winRate * s->passive) -
                           worked * s->payRate - work[m] * s->hourCost - size[m] * s->signalCost;
            if (worth < 0) continue;
          }
          leads[d][m] = lead;
          hours[d][lead] += work[m];
          led[lead] += value[m];
          total[d] += value[m];
          engaged[lead] = 1;
          if (s->assists > 0) {
            hours[d][helper] += s->involvement * work[m];
            if (s->involvement > 0) engaged[helper] = 1;
          }
          if (s->signals > 0) {
            coord[d][lead] += t.signalHours * size[m];
            coord[d][service] += t.signalHours * size[m];
            signals[d]++;
          }
        }
        int owners = 0;
        double squares = 0, phi = 0;
        for (int k = 0; k < ROLES; k++)
          if (led[k] > 0) owners++, squares += led[k] / total[d] * (led[k] / total[d]);
        if (owners == 1) singleArr[d] += arr[i];
        if (owners > 1) {
          phi = t.friction * 2 * (1 - squares);
          double h = t.accountHours * (1 - exp(-total[d] / t.valueScale));
          for (int k = 0; k < ROLES; k++)
            if (led[k] > 0) coord[d][k] += h;
          dual[d]++;
          dualArr[d] += arr[i];
        }
        if (engaged[seller] && engaged[service] && ae[i] > 0 && csm[i] > 0)
          met[d][(long)ae[i] * services + (long)csm[i]] = 1;
        double success = 1 - fmin(1, r * model->riskFactor + t.lacking), k = 1;
        for (int m = 0; m < MOTIONS; m++) {
          const Stint *s = &model->stints[m];
          double w = m ? s->winRate : success, got;
          if (leads[d][m] != NONE) {
            got = k * value[m] * fmin(1, w * yields[m] * (1 - phi));
            rawLead[d][(int)s->lead] += got * s->spiff * s->rateLead;
            if (s->assists > 0)
              rawAssist[d][(int)s->assistRole] += got * s->spiff * s->rateAssist * s->credit;
          } else
            got = k * value[m] * w * s->passive;
          booked[d][m] += got;
          if (m == 0) {
            kept[d] = arr[i] * (1 - share) + got;
            retained[d] += kept[d];
            k = value[0] > 0 ? kept[d] / arr[i] : 1;
          }
        }
      }
      for (int d = 0; d < MODELS; d++) {
        if (d == now) continue;
        int first = NONE;
        double goes = 0;
        for (int m = 0; m < MOTIONS; m++) {
          int was = leads[now][m], is = leads[d][m];
          if (was == is || was == NONE || is == NONE) continue;
          goes += value[m] * (was == seller ? rho : 1 - rho);
          if (first == NONE) first = m;
        }
        if (first == NONE) continue;
        const Role *roles = models[d].roles;
        moved[d]++;
        moveCost[d] += (t.baseHours + t.relationHours * rho) *
                       (1 - exp(-total[d] / t.valueScale)) *
                       (roles[leads[now][first]].hourly + roles[leads[d][first]].hourly);
        lost[d] += fmin(kept[d], arr[i] * t.relationRisk * goes / total[d]);
      }
    }
    double fte[MODELS][ROLES];
    for (int d = 0; d < MODELS; d++) {
      const Role *roles = models[d].roles;
      long pairs = 0;
      for (long p = 0; p < sellers * services; p++) pairs += met[d][p];
      coord[d][seller] += pairs * t.pairHours;
      coord[d][service] += pairs * t.pairHours;
      double cost = 0, expansion = 0;
      for (int k = 0; k < ROLES; k++) {
        double asked = hours[d][k] + coord[d][k] + (k == service ? serviceSum : 0);
        fte[d][k] = asked / roles[k].productive;
        cost += fte[d][k] * (roles[k].loaded + roles[k].managerCost + roles[k].scorecardCost);
        double raw = rawLead[d][k] + rawAssist[d][k];
        if (raw != 0) cost += fte[d][k] * roles[k].target * t.attainment;
      }
      for (int m = 1; m < MOTIONS; m++) expansion += booked[d][m];
      double row[] = {retained[d], expansion, cost, moveCost[d], lost[d], pairs, 0};
      memcpy(out[d], row, sizeof row);
    }
    for (int d = 0; d < MODELS; d++) {
      double change = 0;
      for (int k = 0; k < ROLES; k++) {
        double more = fte[d][k] - fte[now][k];
        change += fmax(0, more) * models[d].roles[k].hiring +
                  fmax(0, -more) * models[now].roles[k].release;
      }
      double stays = out[d][0] - out[d][4];
      out[d][6] = t.grossMargin * (arrSum + t.timing * (stays + out[d][1] - arrSum)) - out[d][2] -
                  moveCost[d] - change;
    }
    times[run] = (nanoseconds() - began) / n;
  }
  printf("%.3f\n", median(times, runs));
  for (int d = 0; d < MODELS; d++) {
    for (int k = 0; k < 7; k++) printf("%.17g ", out[d][k]);
    printf("\n");
  }
  return 0;
}
